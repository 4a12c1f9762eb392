import { NEIGHBOURS, type Neighbours } from '../embed/neighbours.ts';
import type { DistinctRows } from '../embed/distinctRows.ts';

/** The nearest different rows of every different row, by their places in the order of `DistinctRows.rows`. */
export interface RowGraph {
  /** Different rows. */
  readonly size: number;
  /** Row-major [size, NEIGHBOURS], most similar first; −1 where there are fewer. */
  readonly places: Int32Array;
  /** Cosines, in the same order; 0 beside −1. */
  readonly similarities: Float32Array;
}

/** Takes the neighbours of all rows down to the different ones. O(rows) time and memory. */
export function rowGraph({ rows, firstEqualRow }: DistinctRows, neighbours: Neighbours): RowGraph {
  const placeOfRow = new Int32Array(firstEqualRow.length).fill(-1);
  rows.forEach((row, place) => (placeOfRow[row] = place));
  const places = new Int32Array(rows.length * NEIGHBOURS);
  const similarities = new Float32Array(rows.length * NEIGHBOURS);
  rows.forEach((row, place) => {
    for (let k = 0; k < NEIGHBOURS; k++) {
      const found = neighbours.rows[row * NEIGHBOURS + k]!;
      places[place * NEIGHBOURS + k] = found < 0 ? -1 : placeOfRow[firstEqualRow[found]!]!;
      similarities[place * NEIGHBOURS + k] = neighbours.similarities[row * NEIGHBOURS + k]!;
    }
  });
  return { size: rows.length, places, similarities };
}
