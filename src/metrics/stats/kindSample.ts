/**
 * The kinds of many rows, and what was counted in them. Rows are the sampling units: row i has the kinds
 * values[starts[i]] … values[ends[i] − 1], each 0 … kinds − 1; a kind may occur in a row more than
 * once, and a row may have none.
 */
export interface KindSample {
  readonly values: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly rows: number;
  /** Occurrences of each kind, and their sum. */
  readonly occurrences: Uint32Array;
  readonly total: number;
  /** Rows that have each kind. */
  readonly incidences: Uint32Array;
  /** Sum over rows and kinds of the squared occurrences of the kind in the row; `total` where no kind occurs twice in one. */
  readonly squares: number;
}

/**
 * Counts the kinds of a column (CSR).
 * @param values kinds, each below `kinds`; kept, not copied
 * @param offsets one entry per row and one for the end, from 0, ascending; kept
 * O(values) time; 12 bytes per kind.
 */
export function kindSample(values: Uint32Array, offsets: Uint32Array, kinds: number): KindSample {
  return kindSampleOfRows(values, offsets.subarray(0, -1), offsets.subarray(1), kinds);
}

/** Counts the kinds of rows, between which there may be others: see `kindSample`. */
export function kindSampleOfRows(
  values: Uint32Array,
  starts: Uint32Array,
  ends: Uint32Array,
  kinds: number,
): KindSample {
  const rows = starts.length;
  const occurrences = new Uint32Array(kinds);
  const incidences = new Uint32Array(kinds);
  /** The last row in which each kind was seen, counted from 1, and its occurrences before that row. */
  const lastRows = new Uint32Array(kinds);
  const before = new Uint32Array(kinds);
  let squares = 0;
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const end = ends[row]!;
    total += end - starts[row]!;
    for (let index = starts[row]!; index < end; index++) {
      const kind = values[index]!;
      if (lastRows[kind] !== row + 1) {
        lastRows[kind] = row + 1;
        before[kind] = occurrences[kind]!;
        incidences[kind]!++;
      }
      // The j-th occurrence in a row raises j² − (j − 1)².
      squares += 2 * (occurrences[kind]! - before[kind]!) + 1;
      occurrences[kind]!++;
    }
  }
  return { values, starts, ends, rows, occurrences, total, incidences, squares };
}
