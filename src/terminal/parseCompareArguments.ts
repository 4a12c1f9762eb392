import type { FieldSelection } from '../data/rowTypes.ts';
import { COMMON_WORDS, parseCommonWords, type CommonArguments } from './commonWords.ts';
import { parseFields } from './parseFields.ts';
import { parseWords } from './parseWords.ts';
import { UsageError } from './usageError.ts';

export interface CompareArguments extends CommonArguments {
  readonly dataset: string;
  readonly reference: string;
  readonly referenceFields: FieldSelection;
}

/** @throws UsageError when the words after `strata compare` do not fit */
export function parseCompareArguments(words: readonly string[]): CompareArguments {
  const { values, positionals } = parseWords(words, {
    ...COMMON_WORDS,
    'reference-fields': { type: 'string', multiple: true },
  });
  const [dataset, reference] = positionals;
  if (!dataset || !reference || positionals.length > 2) {
    throw new UsageError('takesTwoFiles', 'compare', positionals.length, 'DATASET REFERENCE');
  }
  const common = parseCommonWords(values);
  return {
    dataset,
    reference,
    ...common,
    referenceFields: values['reference-fields']
      ? parseFields(values['reference-fields'], '--reference-fields')
      : common.selection,
  };
}
