import type { FieldSelection } from '../data/rowTypes.ts';
import { MIX_ORDERS, type MixChoice, type MixOrder } from '../engine/mix/mixtureLines.ts';
import { COMMON_WORDS, parseCommonWords, type CommonArguments } from './commonWords.ts';
import { parseFields } from './parseFields.ts';
import { percentage, wholeNumber } from './parseNumber.ts';
import { parseRowsTarget } from './parseRowsTarget.ts';
import { parseWords } from './parseWords.ts';
import { oneOf } from '../engine/oneOf.ts';
import { UsageError } from './usageError.ts';

export interface MixArguments extends CommonArguments {
  readonly generated: string;
  readonly real: string;
  readonly realFields: FieldSelection;
  /** Rows of each mixture; absent = what both files allow. */
  readonly size?: number;
  /** The mixture that is written, or told of in snippets. */
  readonly choice?: MixChoice;
  readonly order: MixOrder;
  /** Where the mixture goes. */
  readonly target?: string;
  readonly snippets: boolean;
}

/** @throws UsageError when the words after `strata mix` do not fit */
export function parseMixArguments(words: readonly string[]): MixArguments {
  const { values, positionals } = parseWords(words, {
    ...COMMON_WORDS,
    'real-fields': { type: 'string', multiple: true },
    size: { type: 'string' },
    seed: { type: 'string' },
    ratio: { type: 'string' },
    close: { type: 'boolean', default: false },
    order: { type: 'string' },
    out: { type: 'string' },
    snippets: { type: 'boolean', default: false },
  });
  const [generated, real] = positionals;
  if (!generated || !real || positionals.length > 2) {
    throw new UsageError('takesTwoFiles', 'mix', positionals.length, 'GENERATED REAL');
  }
  const order = parseOrder(values.order ?? MIX_ORDERS[0]);
  const { ratio, out, snippets } = values;
  const ofMixture = [out, values.order].some((value) => value !== undefined);
  if (ratio === undefined && (ofMixture || snippets || values.close)) {
    throw new UsageError('needsRatio');
  }
  if (ratio !== undefined && out === undefined && !snippets) {
    throw new UsageError('ratioNeeds');
  }
  if (snippets && values.json) {
    throw new UsageError('snippetsAreText');
  }
  const common = parseCommonWords(values);
  const seed = values.seed === undefined ? {} : { seed: wholeNumber('--seed', values.seed, 0) };
  return {
    generated,
    real,
    ...common,
    settings: { ...common.settings, ...seed },
    realFields: values['real-fields']
      ? parseFields(values['real-fields'], '--real-fields')
      : common.selection,
    ...(values.size !== undefined && { size: wholeNumber('--size', values.size, 1) }),
    ...(ratio !== undefined && {
      choice: { ratio: percentage('--ratio', ratio), onlyClose: values.close },
    }),
    order,
    ...(out !== undefined && { target: parseRowsTarget(out) }),
    snippets,
  };
}

function parseOrder(text: string): MixOrder {
  const order = MIX_ORDERS.find((name) => name === text);
  if (order) return order;
  throw new UsageError('choice', '--order', oneOf(MIX_ORDERS), text);
}
