import type { LevelColumn } from '../../data/runTable/runColumns.ts';
import type { RunTable } from '../../data/runTable/runTable.ts';
import { planRuns } from '../../metrics/experiments/planRuns.ts';
import { standardize } from '../../metrics/experiments/standardize.ts';
import { DEFAULT_SELECT_SETTINGS, type SelectSettings } from '../select/selection.ts';

export interface PlanRequest {
  /** Path of the data set that rows are chosen from, as seen from the table. */
  readonly source: string;
  /** Names that planned data sets must not take, as seen from the table; those in the table are not taken either. */
  readonly taken: readonly string[];
  /** Rows of each planned data set. */
  readonly size: number;
  /** Levels that are to be told apart: one or more. */
  readonly levels: readonly LevelColumn[];
  /** Runs wanted. */
  readonly count: number;
  readonly seed: number;
}

/** A data set to train on next. */
export interface PlannedSet {
  /** Path as seen from the table. */
  readonly data: string;
  readonly select: SelectSettings;
  /** What makes it in a terminal, where the table stands. */
  readonly command: string;
}

export interface TablePlan {
  readonly sets: readonly PlannedSet[];
  /** Levels whose slope could not be told after these runs. */
  readonly untold: readonly LevelColumn[];
}

/** Standard deviation of a slope, in units of the noise, from which it counts as not told. */
const UNTOLD = 100;

/** The data sets to train on next so that the levels can be told apart, given the runs that the table has. */
export function planTable(table: RunTable, request: PlanRequest): TablePlan {
  const { levels, count, size, source } = request;
  const { runs, slopeDeviations } = planRuns(knownRuns(table, levels), levels.length, count);
  const data = table.columns.find(({ role }) => role === 'data');
  const taken = new Set([
    ...request.taken,
    ...(data ? table.runs.map(({ cells }) => cells[data.place]) : []),
  ]);
  const sets = runs.map(({ strategy, degree }, at): PlannedSet => {
    const level = levels[strategy]!;
    const name = freeName(`${source.replace(/\.\w+$/, '')}-${level}-${degree}-of-${size}`, taken);
    // Data sets of the same kind differ by their seed.
    const before = runs
      .slice(0, at)
      .filter((run) => run.strategy === strategy && run.degree === degree);
    const seed = request.seed + before.length;
    const command = [
      ...['strata', 'select', quoted(source), '--size', String(size)],
      ...['--by', level, '--degree', String(degree)],
      ...['--seed', String(seed), '--out', quoted(name)],
    ].join(' ');
    const select = { ...DEFAULT_SELECT_SETTINGS, strategy: level, size, degree, seed };
    return { data: name, select, command };
  });
  return {
    sets,
    untold: levels.filter((_, at) => !(slopeDeviations[at]! < UNTOLD)),
  };
}

/** Rows that lack a field do not count for its levels. */
const USABLE_SHARE = 0.8;

/**
 * At how many rows data sets of `size` rows are to be measured so that they can be compared with the table's runs.
 * @param usual unless the runs agree on a number; four fifths of `size` where that is less
 */
export function commonRowsOf({ columns, runs }: RunTable, size: number, usual: number): number {
  const at = columns.findIndex(({ role }) => role === 'common-rows');
  const values = new Set(runs.flatMap(({ numbers }) => numbers[at] ?? []));
  const [inTable = 0] = values;
  const isNumberOfRows = Number.isInteger(inTable) && inTable >= 1;
  if (values.size === 1 && isNumberOfRows && inTable <= size) return inTable;
  return Math.min(usual, Math.max(1, Math.floor(USABLE_SHARE * size)));
}

/** The levels of the runs that have them all, standardised; none where they are too few to be so. */
function knownRuns(table: RunTable, levels: readonly LevelColumn[]): number[][] {
  const places = levels.map((level) => table.columns.findIndex(({ role }) => role === level));
  const rows = table.runs.flatMap(({ numbers }) => {
    const values = places.flatMap((place) => numbers[place] ?? []);
    return values.length === levels.length ? [values] : [];
  });
  if (rows.length < 2) return [];
  const columns = levels.map(
    (_, at) => standardize(Float64Array.from(rows, (row) => row[at]!)).values,
  );
  return rows.map((_, row) => columns.map((column) => column[row]!));
}

function freeName(stem: string, taken: Set<string | undefined>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${stem}.jsonl` : `${stem}-${number}.jsonl`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** As a shell takes it for one word. */
const quoted = (word: string): string =>
  /^[\w./:@%+,=][\w./:@%+,=-]*$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
