import { harmlessText } from '../../../metrics/text/harmlessText.ts';
import type { SheetAction, SheetStep, SheetView } from '../../sheetProtocol.ts';
import { fill, type Wording } from '../wording.ts';
import type { CheckListWords } from './checkListWords.ts';

/** The steps that teams are advised to take, in order. */
export const CHECK_LIST_STEPS = [
  'reference',
  'measure',
  'compare',
  'mix',
  'score',
  'review',
  'next',
] as const;

export type CheckListStep = (typeof CHECK_LIST_STEPS)[number];

/** What the workspace shows of a data set's steps. */
export interface CheckListFacts {
  readonly fileName: string;
  /** Name of the file that the settings name as its reference. */
  readonly reference?: string;
  /** Of the last inspection that is at hand. */
  readonly rows?: number;
  /** Runs of the table that have a score. */
  readonly scoredRuns: number;
  readonly dismissedFlags: number;
  /** Steps that were done in this workspace, or marked as done. */
  readonly marked: readonly CheckListStep[];
  /** Steps whose next action cannot be taken here. */
  readonly withoutAction: readonly CheckListStep[];
}

/** Runs with a score that make an A/B test. */
const LEAST_RUNS = 2;

/** The check-list as a sheet. The ids of its buttons are those of `readCheckListAction`. */
export function toCheckListView(
  facts: CheckListFacts,
  words: CheckListWords,
  wording: Wording,
): SheetView {
  const steps = checkListSteps(facts, words, wording);
  const open = steps.find(({ isDone }) => !isDone);
  const done = steps.filter(({ isDone }) => isDone).length;
  const name = harmlessText(facts.fileName, 200);
  return {
    status: {
      kind: 'done',
      verdict: fill(words.verdict, wording.count(done), wording.count(steps.length)),
      detail: open ? fill(words.nextStep, open.title) : words.allDone,
      isConcern: false,
    },
    files: [{ mark: '', name, summary: name }],
    sections: [{ id: 'steps', title: words.steps, note: words.stepsNote, steps }],
  };
}

/** Every step with its state; only the first that is open has a main button. */
export function checkListSteps(
  facts: CheckListFacts,
  words: CheckListWords,
  wording: Wording,
): SheetStep[] {
  const found = CHECK_LIST_STEPS.map((step) => ({
    step,
    evidence: evidenceOf(step, facts, words, wording),
    isMarked: facts.marked.includes(step),
  }));
  const next = found.find(({ evidence, isMarked }) => evidence === undefined && !isMarked)?.step;
  return found.map(({ step, evidence, isMarked }): SheetStep => {
    const isDone = evidence !== undefined || isMarked;
    const actions: SheetAction[] = facts.withoutAction.includes(step)
      ? []
      : [{ id: `go ${step}`, label: words[`${step}.action`], primary: step === next }];
    // What the files show is not a matter of marking.
    if (evidence === undefined) {
      actions.push({ id: `mark ${step}`, label: isMarked ? words.markToDo : words.markDone });
    }
    return {
      title: words[`${step}.title`],
      text: words[`${step}.text`],
      isDone,
      isNext: step === next,
      state: isDone ? words.done : words.toDo,
      ...(isDone && { evidence: evidence ?? words.marked }),
      actions,
    };
  });
}

/** What files and results show of a step; undefined where they show nothing. */
function evidenceOf(
  step: CheckListStep,
  { reference, rows, scoredRuns, dismissedFlags }: CheckListFacts,
  words: CheckListWords,
  { count }: Wording,
): string | undefined {
  switch (step) {
    case 'reference':
      return reference === undefined
        ? undefined
        : fill(words['reference.found'], harmlessText(reference, 200));
    case 'measure':
      return rows === undefined ? undefined : fill(words['measure.found'], count(rows));
    case 'score':
      return scoredRuns < LEAST_RUNS ? undefined : fill(words['score.found'], count(scoredRuns));
    case 'review':
      return dismissedFlags === 0 ? undefined : fill(words['review.found'], count(dismissedFlags));
    default:
      return undefined;
  }
}

/** What a button of the check-list asks for; undefined for anything else. */
export function readCheckListAction(
  id: string,
): { readonly kind: 'go' | 'mark'; readonly step: CheckListStep } | undefined {
  const [kind, name] = id.split(' ');
  const step = CHECK_LIST_STEPS.find((each) => each === name);
  return step && (kind === 'go' || kind === 'mark') ? { kind, step } : undefined;
}
