import type { RunTable } from './runTable.ts';

/** The part of a table of runs that a page lets a person edit. */
export interface ShownRuns {
  readonly columns: readonly { readonly name: string; readonly place: number }[];
  readonly rows: readonly {
    /** 1-based line on which the run begins. */
    readonly line: number;
    /** In the order of `columns`. */
    readonly cells: readonly string[];
  }[];
  /** Runs of the table, shown or not. */
  readonly of: number;
}

const MOST_SHOWN = 200;

/** The last runs of a table: new ones stand at its end. */
export function shownRuns({ columns, runs }: RunTable): ShownRuns {
  return {
    columns: columns.map(({ name, place }) => ({ name, place })),
    rows: runs.slice(-MOST_SHOWN).map(({ line, cells }) => ({
      line,
      cells: columns.map(({ place }) => cells[place] ?? ''),
    })),
    of: runs.length,
  };
}
