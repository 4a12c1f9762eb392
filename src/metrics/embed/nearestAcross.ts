import { selectRows, type EmbeddingMatrix } from './embeddingMatrix.ts';
import { nearestRows } from './nearestRows.ts';
import { nearestCentres } from './neighboursCentres.ts';
import { groupByKey } from './neighboursGroup.ts';
import type { NeighbourIndex } from './neighboursIndex.ts';

/** One entry per row asked for. */
export interface NearestAcross {
  /** Row of the other matrix; −1 for a row without a meaning, or where the other has none with one. */
  readonly rows: Int32Array;
  /** Cosine similarities, in [−1, 1]; 0 beside −1. */
  readonly similarities: Float32Array;
}

/** Queries multiplied at a time. */
const BLOCK = 1_024;

/**
 * For rows fromRow … toRow − 1 of one matrix the nearest row by cosine of another. Of equally near ones the first; of equal
 * vectors in the other matrix the first row.
 * @param index of the other matrix; above 8,192 different rows only the lists whose centres are nearest are searched
 * @param checkpoint called before each block; may throw
 * O(rows · other rows · dimensions) where the index has one list, else about their root as many: exact or nearly so.
 */
export function nearestAcross(
  matrix: EmbeddingMatrix,
  fromRow: number,
  toRow: number,
  other: EmbeddingMatrix,
  index: NeighbourIndex,
  checkpoint?: () => void,
): NearestAcross {
  const found = {
    rows: new Int32Array(toRow - fromRow).fill(-1),
    similarities: new Float32Array(toRow - fromRow),
  };
  const queries = Uint32Array.from({ length: toRow - fromRow }, (_, at) => fromRow + at).filter(
    (row) => matrix.inverseNorms[row] !== 0,
  );
  for (const { list, members } of queriesByList(matrix, queries, index, checkpoint)) {
    const candidates = index.listRows
      .slice(index.listOffsets[list], index.listOffsets[list + 1])
      .sort();
    for (let from = 0; from < members.length; from += BLOCK) {
      checkpoint?.();
      const rows = members.subarray(from, from + BLOCK);
      nearestRows(other, candidates, selectRows(matrix, rows)).forEach((nearest, at) => {
        const { row } = nearest;
        const similarity = Math.fround(nearest.similarity);
        const place = rows[at]! - fromRow;
        const best = found.rows[place]!;
        const isBetter =
          best < 0 ||
          similarity > found.similarities[place]! ||
          (similarity === found.similarities[place] && row < best);
        if (row < 0 || !isBetter) return;
        found.rows[place] = row;
        found.similarities[place] = similarity;
      });
    }
  }
  return found;
}

function* queriesByList(
  matrix: EmbeddingMatrix,
  queries: Uint32Array,
  { centres, probes }: NeighbourIndex,
  checkpoint?: () => void,
): Generator<{ readonly list: number; readonly members: Uint32Array }> {
  if (queries.length === 0) return;
  if (probes >= centres.rows) {
    for (let list = 0; list < centres.rows; list++) yield { list, members: queries };
    return;
  }
  const probed = nearestCentres(matrix, queries, centres, probes, checkpoint).centres;
  const { members, offsets } = groupByKey(Uint32Array.from(probed), centres.rows);
  for (let list = 0; list < centres.rows; list++) {
    const entries = members.subarray(offsets[list], offsets[list + 1]);
    yield { list, members: entries.map((entry) => queries[Math.floor(entry / probes)]!) };
  }
}
