import { levelOfStrategy, STRATEGIES, type Strategy } from '../../../engine/select/selection.ts';
import { harmlessText } from '../../../metrics/text/harmlessText.ts';
import type { SheetControl } from '../../sheetControls.ts';
import type { SheetSection } from '../../sheetProtocol.ts';
import { fill } from '../wording.ts';
import type { FormFaults, SelectField, SelectForm } from './selectForm.ts';
import type { SelectWords } from './selectWords.ts';

export interface FormState {
  readonly form: SelectForm;
  readonly faults: FormFaults;
  /** Name of the file whose rows are preferred. */
  readonly reference?: string;
  /** Whether there is a choice that can be written. */
  readonly canWrite: boolean;
}

const QUOTA_LINES = 3;
const WEIGHT_STEP = 10;

/** The controls of the page: what is to be chosen, and on which conditions. */
export function formSections(state: FormState, words: SelectWords): SheetSection[] {
  const { form, faults, reference, canWrite } = state;
  const isCombined = form.strategy === 'combined';
  const hasDegree = levelOfStrategy(form.strategy as Strategy) !== undefined;
  const field = (
    id: 'size' | 'seed' | 'keep' | 'drop',
    fault: string,
    hint?: string,
  ): SheetControl => ({
    kind: 'field',
    id,
    label: words[id],
    value: form[id],
    ...(hint !== undefined && { hint }),
    ...(faults[id] !== undefined && { fault }),
  });
  const slider = (id: SelectField & keyof SelectWords, min: number, hint?: string) =>
    ({
      kind: 'slider',
      id,
      label: words[id],
      value: form[id],
      min,
      max: 100,
      step: id === 'degree' ? 1 : WEIGHT_STEP,
      unit: '%',
      ...(hint !== undefined && { hint }),
    }) satisfies SheetControl;
  const weights: readonly SheetControl[] = [
    slider('weight.macro', 0),
    slider('weight.meso', 0),
    slider('weight.micro', 0),
    ...(reference === undefined
      ? []
      : [slider('weight.reference', 0, fill(words.referenceIs, harmlessText(reference, 200)))]),
    slider('weight.length', -100, words.lengthHint),
  ];
  return [
    {
      id: 'form',
      title: words.form,
      note: words.formNote,
      controls: [
        field('size', words.sizeFault),
        {
          kind: 'choice',
          id: 'strategy',
          label: words.strategy,
          value: form.strategy,
          options: STRATEGIES.map((name) => ({ value: name, label: words[`strategy.${name}`] })),
        },
        ...(hasDegree ? [slider('degree', 0, words.degreeHint)] : []),
        ...(isCombined ? weights : []),
        field('seed', words.seedFault, words.seedHint),
      ],
      actions: [
        { id: 'write', label: words.write, primary: true, disabled: !canWrite },
        ...(isCombined ? [{ id: 'choose-reference', label: words.chooseReference }] : []),
        ...(isCombined && reference !== undefined
          ? [{ id: 'drop-reference', label: words.withoutReference }]
          : []),
      ],
    },
    {
      id: 'conditions',
      title: words.conditions,
      note: words.conditionsNote,
      controls: [
        field('keep', words.linesFault, words.linesHint),
        field('drop', words.linesFault, words.linesHint),
        {
          kind: 'field',
          id: 'quotas',
          label: words.quotas,
          value: form.quotas,
          lines: QUOTA_LINES,
          hint: words.quotasHint,
          ...(faults.quotas !== undefined && {
            fault: fill(words.quotaFault, harmlessText(faults.quotas, 200)),
          }),
        },
        ...(['dropNearDuplicates', 'dropQuality'] as const).map((id): SheetControl => ({
          kind: 'switch',
          id,
          label: words[id],
          value: form[id],
        })),
      ],
    },
  ];
}
