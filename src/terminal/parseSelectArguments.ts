import type { FieldSelection } from '../data/rowTypes.ts';
import type { LineRange } from '../engine/chunks.ts';
import { parseQuota } from '../engine/select/parseQuota.ts';
import {
  DEFAULT_SELECT_SETTINGS,
  levelOfStrategy,
  STRATEGIES,
  type Quota,
  type SelectSettings,
  type SelectWeights,
} from '../engine/select/selection.ts';
import { COMMON_WORDS, parseCommonWords, type CommonArguments } from './commonWords.ts';
import { parseReferenceFields } from './parseFields.ts';
import { parseLines } from './parseLines.ts';
import { percentage, wholeNumber } from './parseNumber.ts';
import { parseRowsTarget } from './parseRowsTarget.ts';
import { onlyFile, parseWords } from './parseWords.ts';
import { oneOf } from '../engine/oneOf.ts';
import { UsageError } from './usageError.ts';

export interface SelectArguments extends CommonArguments {
  readonly file: string;
  readonly reference?: string;
  readonly referenceFields: FieldSelection;
  /** Where the chosen lines go; may be absent for a dry run. */
  readonly target?: string;
  /** Nothing is written, but what would keep the lines from being written is said. */
  readonly isDryRun: boolean;
  readonly select: SelectSettings;
}

/** @throws UsageError when the words after `strata select` do not fit */
export function parseSelectArguments(words: readonly string[]): SelectArguments {
  const { values, positionals } = parseWords(words, {
    size: { type: 'string' },
    by: { type: 'string', default: DEFAULT_SELECT_SETTINGS.strategy },
    degree: { type: 'string' },
    seed: { type: 'string', default: String(DEFAULT_SELECT_SETTINGS.seed) },
    out: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    ...COMMON_WORDS,
    keep: { type: 'string' },
    drop: { type: 'string' },
    'drop-near-duplicates': { type: 'boolean', default: false },
    'drop-quality': { type: 'boolean', default: false },
    quota: { type: 'string', multiple: true, default: [] },
    reference: { type: 'string' },
    'reference-fields': { type: 'string', multiple: true },
    weights: { type: 'string', multiple: true, default: [] },
  });
  const file = onlyFile('select', positionals);
  const strategy = STRATEGIES.find((name) => name === values.by);
  if (!strategy) {
    throw new UsageError('choice', '--by', oneOf(STRATEGIES), values.by);
  }
  if (values.size === undefined) throw new UsageError('needsSize', 'select');
  if (!values.out && !values['dry-run']) {
    throw new UsageError('needsTarget');
  }
  for (const name of ['reference', 'weights'] as const) {
    if ((values[name]?.length ?? 0) > 0 && strategy !== 'combined') {
      throw new UsageError('ofCombined', `--${name}`);
    }
  }
  if (values.degree !== undefined && levelOfStrategy(strategy) === undefined) {
    throw new UsageError('degreeOfLevel', strategy);
  }
  const common = parseCommonWords(values);
  const keep = values.keep === undefined ? [] : parseLines(values.keep, '--keep');
  const drop = values.drop === undefined ? [] : parseLines(values.drop, '--drop');
  assertApart(keep, drop);
  return {
    file,
    ...(values.reference && { reference: values.reference }),
    ...(values.out && { target: parseRowsTarget(values.out) }),
    isDryRun: values['dry-run'],
    ...common,
    referenceFields: parseReferenceFields(values, common.selection),
    select: {
      strategy,
      size: wholeNumber('--size', values.size, 1),
      degree:
        values.degree === undefined
          ? DEFAULT_SELECT_SETTINGS.degree
          : percentage('--degree', values.degree),
      seed: wholeNumber('--seed', values.seed, 0),
      keep,
      drop,
      dropNearDuplicates: values['drop-near-duplicates'],
      dropQuality: values['drop-quality'],
      quotas: parseQuotas(values.quota),
      weights: parseWeights(values.weights),
    },
  };
}

/** @throws UsageError where a line is both kept and dropped */
function assertApart(keep: readonly LineRange[], drop: readonly LineRange[]): void {
  for (const kept of keep) {
    for (const dropped of drop) {
      const shared = Math.max(kept.fromLine, dropped.fromLine);
      if (shared < Math.min(kept.toLine, dropped.toLine)) {
        throw new UsageError('keptAndDropped', shared + 1);
      }
    }
  }
}

function parseQuotas(texts: readonly string[]): Quota[] {
  const seen = new Set<string>();
  return texts.map((text) => {
    const quota = parseQuota(text);
    if (!quota) throw new UsageError('quota', text);
    const name = `${quota.by === 'field' ? quota.field : quota.by}=${quota.name}`;
    if (seen.has(name)) throw new UsageError('namedTwice', '--quota', name);
    seen.add(name);
    return quota;
  });
}

function parseWeights(texts: readonly string[]): SelectWeights {
  const given: { -readonly [Name in keyof SelectWeights]?: number } = {};
  const standard = DEFAULT_SELECT_SETTINGS.weights;
  const names = Object.keys(standard) as (keyof SelectWeights)[];
  for (const part of texts.flatMap((text) => text.split(','))) {
    const [word, value] = part.split('=', 2).map((text) => text.trim());
    const name = names.find((known) => known === word);
    const weight = Number(value || NaN);
    if (!name || !Number.isFinite(weight) || (weight < 0 && name !== 'length')) {
      throw new UsageError('weights', part);
    }
    if (given[name] !== undefined) throw new UsageError('namedTwice', '--weights', name);
    given[name] = weight;
  }
  return { ...standard, ...given };
}
