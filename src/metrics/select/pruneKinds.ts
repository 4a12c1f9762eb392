import { kindQueue } from './kindQueue.ts';
import { forEachKind, placesOfKinds, rowsPerKind, type RowKinds } from './rowKinds.ts';

/** The rows that are left as kinds are taken away, rarest first. */
export interface Pruning {
  /** Kinds of all rows, and of those that are left at the end. */
  readonly most: number;
  readonly fewest: number;
  /** The rows left when no more than so many kinds were to be left; in the order of the rows given. */
  rowsWith(kinds: number): Uint32Array;
}

/**
 * Reverse greedy pruning: the kind that fewest rows have goes with all its rows, again and again, as long as `leastRows`
 * rows are left. Taking a kind away with the fewest rows that can be spared is taking away the rows that contribute least.
 * @param rows each with at least one kind
 * O(kinds of the rows). Deterministic.
 * @see Li et al. (2025), arXiv 2505.24768: "drop the sample that contributes least until k varieties remain". Differs: the
 * rows of one kind go together.
 */
export function pruneKinds(kinds: RowKinds, rows: Uint32Array, leastRows: number): Pruning {
  const counts = rowsPerKind(kinds, rows);
  const most = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const { offsets, places } = placesOfKinds(kinds, rows, counts);
  const queue = kindQueue(counts);
  /** Kinds that were left before the step in which a row went; 0 for rows that stay. */
  const leftBefore = new Uint32Array(rows.length);
  let rowsLeft = rows.length;
  for (;;) {
    const before = queue.size;
    if (before <= 1) break;
    const kind = queue.removeRarest();
    const going = places
      .subarray(offsets[kind], offsets[kind + 1])
      .filter((place) => leftBefore[place] === 0);
    if (rowsLeft - going.length < leastRows) return { most, fewest: before, rowsWith };
    for (const place of going) {
      leftBefore[place] = before;
      forEachKind(kinds, rows[place]!, (other) => queue.lower(other));
    }
    rowsLeft -= going.length;
  }
  return { most, fewest: queue.size, rowsWith };

  function rowsWith(wanted: number): Uint32Array {
    return rows.filter((_, place) => leftBefore[place]! <= wanted);
  }
}
