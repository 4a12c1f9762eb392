import { filledRows } from '../text/filledRows.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';

/** Rows of several files, file after file, their kinds renumbered so that tables over them are short. */
export interface PooledKinds extends TokenColumn {
  /** Occurrences of each kind. */
  readonly totals: Uint32Array;
  /** Rows taken from each file. */
  readonly rowsOfFile: readonly number[];
}

/**
 * Puts rows that have a kind together. Kinds are numbered by first occurrence.
 * @param kinds a bound on the numbers of kinds; 4 bytes each
 * @param choose which rows of a file are taken, ascending, of so many that have a kind
 * @param once whether a kind counts once in a row
 * @throws RangeError for a kind that is not below `kinds`
 * O(occurrences).
 */
export function poolKinds(
  files: readonly TokenColumn[],
  kinds: number,
  choose: (rows: number) => Uint32Array,
  once = false,
): PooledKinds {
  const numbers = new Int32Array(kinds).fill(-1);
  const totals: number[] = [];
  const lastRows: number[] = [];
  const offsets = [0];
  const values = new Uint32Array(files.reduce((sum, file) => sum + file.values.length, 0));
  let filled = 0;
  const rowsOfFile = files.map((file) => {
    const rows = filledRows(file);
    const chosen = choose(rows.length);
    for (const index of chosen) {
      const row = rows[index]!;
      for (let i = file.offsets[row]!; i < file.offsets[row + 1]!; i++) {
        const kind = file.values[i]!;
        if (kind >= kinds) throw new RangeError(`got kind ${kind}, expected one below ${kinds}`);
        if (numbers[kind] === -1) numbers[kind] = totals.push(0) - 1;
        const number = numbers[kind]!;
        if (once && lastRows[number] === offsets.length) continue;
        lastRows[number] = offsets.length;
        totals[number]!++;
        values[filled++] = number;
      }
      offsets.push(filled);
    }
    return chosen.length;
  });
  return {
    values: values.subarray(0, filled),
    offsets: Uint32Array.from(offsets),
    totals: Uint32Array.from(totals),
    rowsOfFile,
  };
}
