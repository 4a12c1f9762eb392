import type { FieldSelection } from '../data/rowTypes.ts';
import type { InspectSettings } from '../engine/report.ts';
import { parseFields, parseThreads } from './parseInspectArguments.ts';
import { parseSettings } from './parseSettings.ts';
import { parseWords } from './parseWords.ts';
import { UsageError } from './usageError.ts';

export interface CompareArguments {
  readonly dataset: string;
  readonly reference: string;
  readonly json: boolean;
  /** 0 = as many as the machine has cores, at most 8. */
  readonly threads: number;
  readonly datasetFields: FieldSelection;
  readonly referenceFields: FieldSelection;
  readonly settings: InspectSettings;
}

/** @throws UsageError when the words after `strata compare` do not fit */
export function parseCompareArguments(words: readonly string[]): CompareArguments {
  const { values, positionals } = parseWords(words, {
    json: { type: 'boolean', default: false },
    threads: { type: 'string', default: '0' },
    fields: { type: 'string', multiple: true, default: [] },
    'reference-fields': { type: 'string', multiple: true },
    set: { type: 'string', multiple: true, default: [] },
  });
  const [dataset, reference] = positionals;
  if (!dataset || !reference || positionals.length > 2) {
    throw new UsageError(
      `strata compare takes two files, but got ${positionals.length}: strata compare DATASET REFERENCE.`,
    );
  }
  const datasetFields = parseFields(values.fields);
  return {
    dataset,
    reference,
    json: values.json,
    threads: parseThreads(values.threads),
    datasetFields,
    referenceFields: values['reference-fields']
      ? parseFields(values['reference-fields'], '--reference-fields')
      : datasetFields,
    settings: parseSettings(values.set),
  };
}
