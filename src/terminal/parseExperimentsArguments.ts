import { LEVEL_COLUMNS, type LevelColumn } from '../data/runTable/runColumns.ts';
import { COMMON_WORDS, parseCommonWords, type CommonArguments } from './commonWords.ts';
import { onlyFile, parseWords } from './parseWords.ts';
import { wholeNumber } from './parseNumber.ts';
import { UsageError } from './usageError.ts';

export interface ExperimentsArguments extends CommonArguments {
  readonly table: string;
  /** Whether what is measured is written into the table. */
  readonly fill: boolean;
  /** What the next runs are to be; absent where the runs of the table are asked about. */
  readonly plan?: PlanArguments;
}

export interface PlanArguments {
  /** The data set that rows are chosen from. */
  readonly file: string;
  readonly size: number;
  readonly count: number;
  readonly levels: readonly LevelColumn[];
  readonly seed: number;
  readonly dryRun: boolean;
}

/** Fewer rows have no diversity that could be measured. */
const FEWEST_ROWS = 20;
const COUNTS = { fewest: 4, most: 8 };

/** @throws UsageError when the words after `strata experiments` do not fit */
export function parseExperimentsArguments(words: readonly string[]): ExperimentsArguments {
  const { values, positionals } = parseWords(words, {
    ...COMMON_WORDS,
    fill: { type: 'boolean', default: false },
    plan: { type: 'string' },
    size: { type: 'string' },
    runs: { type: 'string' },
    levels: { type: 'string' },
    seed: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  });
  const table = onlyFile('experiments', positionals);
  const { plan, size, runs, levels, seed } = values;
  const ofPlan = [size, runs, levels, seed].some((value) => value !== undefined);
  if (plan === undefined && (ofPlan || values['dry-run'])) throw new UsageError('withPlan');
  if (plan !== undefined && values.fill) throw new UsageError('fillOrPlan');
  return {
    table,
    fill: values.fill,
    ...parseCommonWords(values),
    ...(plan !== undefined && { plan: { ...parsePlan(values), file: plan } }),
  };
}

function parsePlan(values: {
  readonly size?: string;
  readonly runs?: string;
  readonly levels?: string;
  readonly seed?: string;
  readonly 'dry-run': boolean;
}): Omit<PlanArguments, 'file'> {
  const { size, runs = String(COUNTS.most), levels, seed = '1' } = values;
  if (size === undefined) throw new UsageError('needsSize', 'experiments --plan FILE');
  return {
    size: wholeNumber('--size', size, FEWEST_ROWS),
    count: wholeNumber('--runs', runs, COUNTS.fewest, COUNTS.most),
    levels: levels === undefined ? LEVEL_COLUMNS : parseLevels(levels),
    seed: wholeNumber('--seed', seed, 0),
    dryRun: values['dry-run'],
  };
}

function parseLevels(text: string): readonly LevelColumn[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !LEVEL_COLUMNS.some((level) => level === name));
  if (unknown !== undefined) {
    throw new UsageError('levels', LEVEL_COLUMNS.join(', '), unknown);
  }
  return LEVEL_COLUMNS.filter((level) => names.includes(level));
}
