import { addRuns, type NewRun, type RunTableEdit } from '../../data/runTable/editRunTable.ts';
import { RUN_TABLE_HEADER, type LevelColumn } from '../../data/runTable/runColumns.ts';
import type { RunTable } from '../../data/runTable/runTable.ts';
import { planRuns } from '../../metrics/experiments/planRuns.ts';
import { standardize } from '../../metrics/experiments/standardize.ts';

export interface PlanRequest {
  /** Path of the data set that rows are chosen from, as the commands name it. */
  readonly source: string;
  /** Rows of each planned data set. */
  readonly size: number;
  /** Levels that are to be told apart: one or more. */
  readonly levels: readonly LevelColumn[];
  /** Runs wanted. */
  readonly count: number;
  readonly seed: number;
}

export interface TablePlan {
  readonly edit: RunTableEdit;
  /** One for each planned data set. */
  readonly commands: readonly string[];
  /** Levels whose slope could not be told after these runs. */
  readonly untold: readonly LevelColumn[];
}

/** Standard deviation of a slope, in units of the noise, from which it counts as not told. */
const UNTOLD = 100;

/**
 * The data sets to train on next so that the levels can be told apart, given the runs that the table has: as rows that await
 * their figures, and as the commands that make them.
 * @param text of the table, which `table` was read from; `undefined` for a new one
 */
export function planTable(
  table: RunTable,
  text: string | undefined,
  request: PlanRequest,
): TablePlan {
  const { levels, count, size, source } = request;
  const { runs, slopeDeviations } = planRuns(knownRuns(table, levels), levels.length, count);
  const data = table.columns.find(({ role }) => role === 'data');
  const taken = new Set(data ? table.runs.map(({ cells }) => cells[data.place]) : []);
  const planned = runs.map(({ strategy, degree }, at): { run: NewRun; command: string } => {
    const level = levels[strategy]!;
    const name = freeName(`${source.replace(/\.\w+$/, '')}-${level}-${degree}-of-${size}`, taken);
    // Data sets of the same kind differ by their seed.
    const before = runs
      .slice(0, at)
      .filter((run) => run.strategy === strategy && run.degree === degree);
    const command = [
      ...['strata', 'select', quoted(source), '--size', String(size)],
      ...['--by', level, '--degree', String(degree)],
      ...['--seed', String(request.seed + before.length), '--out', quoted(name)],
    ].join(' ');
    return { run: { data: name, cells: { size: String(size), 'made-with': command } }, command };
  });
  return {
    edit: addRuns(
      table,
      text,
      planned.map(({ run }) => run),
      [...RUN_TABLE_HEADER, 'made-with'],
    ),
    commands: planned.map(({ command }) => command),
    untold: levels.filter((_, at) => !(slopeDeviations[at]! < UNTOLD)),
  };
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
