import type { ColumnRole } from './runColumns.ts';

/** A table of training runs, as it was read. */
export interface RunTable {
  readonly delimiter: string;
  readonly columns: readonly RunTableColumn[];
  /** In the order of the file. */
  readonly runs: readonly Run[];
  /** What could not be used, worst first. */
  readonly faults: readonly TableFault[];
}

export interface RunTableColumn {
  readonly name: string;
  readonly role: ColumnRole;
  /** 0-based place in the file. */
  readonly place: number;
}

export interface Run {
  /** 1-based line of the file on which the run begins. */
  readonly line: number;
  /** 1-based line on which it ends: beyond `line` where a cell holds line breaks. */
  readonly lastLine: number;
  /** Text of each cell, in the order of the file. */
  readonly cells: readonly string[];
  /** Number of each cell, in the order of `columns`; `undefined` where it is empty, no number, or in a column of words. */
  readonly numbers: readonly (number | undefined)[];
}

export type TableFault =
  /** The table cannot be read at all. */
  | { readonly code: 'empty-table' }
  | { readonly code: 'broken-quotes'; readonly line: number }
  | {
      readonly code: 'duplicate-column';
      readonly column: string;
      readonly places: readonly number[];
    }
  /** The rest is used. Lines are 1-based, ascending; `example` is what the first of them holds. */
  | { readonly code: 'unnamed-column'; readonly place: number }
  | { readonly code: 'too-many-cells'; readonly lines: readonly number[]; readonly cells: number }
  | {
      readonly code: 'not-a-number' | 'not-above-zero' | 'beyond-reckoning';
      readonly column: string;
      readonly lines: readonly number[];
      readonly example: string;
    };

/** Faults after which there is no table. */
export const isFatal = ({ code }: TableFault): boolean =>
  code === 'empty-table' || code === 'broken-quotes' || code === 'duplicate-column';
