import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import {
  createBestRows,
  neighboursFrom,
  offerRows,
  type BestRows,
  type Neighbours,
} from './bestRows.ts';
import { createDotTile8, type DotTile } from './kernels.ts';
import { rowCopier } from './rowCopier.ts';
import { groupByKey } from './neighboursGroup.ts';
import type { NeighbourIndex } from './neighboursIndex.ts';

export { NEIGHBOURS, type Neighbours } from './bestRows.ts';

const LEFT = 64;
const RIGHT = 256;

/**
 * The nearest rows by cosine for rows fromRow … toRow − 1.
 * Copies (equal vectors) count as one row and are never neighbours of each other: cleanlab counts them, so that eleven
 * copies of a foreign row hide one another; here they stay far. Ties go to the lower row.
 * The result does not depend on how rows are cut into slices; since each slice copies all lists, a few large
 * ones are cheaper than many.
 * @param checkpoint called before each 256 rows compared with; may throw
 * 50,000 rows × 512 take about 1.5 s of one core.
 */
export function neighboursOfRows(
  index: NeighbourIndex,
  matrix: EmbeddingMatrix,
  fromRow: number,
  toRow: number,
  checkpoint?: () => void,
): Neighbours {
  const rows = Uint32Array.from({ length: toRow - fromRow }, (_, i) => fromRow + i);
  return search(index, matrix, rows, index.probes, checkpoint);
}

/** The same for any rows. */
export function neighboursOf(
  index: NeighbourIndex,
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
): Neighbours {
  return search(index, matrix, rows, index.probes);
}

/** The same looking into every list: the true nearest rows. O(rows.length · matrix.rows · dimensions). */
export function exactNeighboursOf(
  index: NeighbourIndex,
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
): Neighbours {
  return search(index, matrix, rows, index.centres.rows);
}

interface Search {
  readonly index: NeighbourIndex;
  readonly matrix: EmbeddingMatrix;
  readonly rows: Uint32Array;
  readonly best: BestRows;
  readonly tile: DotTile<Int8Array>;
  readonly checkpoint: (() => void) | undefined;
}

function search(
  index: NeighbourIndex,
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  probes: number,
  checkpoint?: () => void,
): Neighbours {
  const best = createBestRows(rows.length);
  const { dimensions, inverseNorms } = matrix;
  const tile = createDotTile8({ leftCapacity: LEFT, rightCapacity: RIGHT, dimensions });
  for (const { list, places } of placesByList(index, matrix, rows, probes)) {
    const candidates = index.listRows.subarray(
      index.listOffsets[list],
      index.listOffsets[list + 1],
    );
    if (places.length > 0)
      scanList({ index, matrix, rows, best, tile, checkpoint }, places, candidates);
  }
  return neighboursFrom(best, (place) => inverseNorms[rows[place]!]!);
}

/**
 * For every list the queries (places in `rows`) that look into it.
 * Grouping queries by list, not lists by query, lets one copied candidate serve a whole tile.
 */
function* placesByList(
  index: NeighbourIndex,
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  probes: number,
): Generator<{ readonly list: number; readonly places: Uint32Array }> {
  const lists = index.centres.rows;
  const meaningful = Uint32Array.from(rows.keys()).filter(
    (place) => matrix.inverseNorms[rows[place]!] !== 0,
  );
  if (probes >= lists) {
    for (let list = 0; list < lists; list++) yield { list, places: meaningful };
    return;
  }
  const probed = new Uint32Array(meaningful.length * probes);
  meaningful.forEach((place, i) => {
    const from = index.firstEqualRow[rows[place]!]! * probes;
    probed.set(index.probedLists.subarray(from, from + probes), i * probes);
  });
  const grouped = groupByKey(probed, lists);
  for (let list = 0; list < lists; list++) {
    const entries = grouped.members.subarray(grouped.offsets[list], grouped.offsets[list + 1]);
    yield { list, places: entries.map((entry) => meaningful[Math.floor(entry / probes)]!) };
  }
}

function scanList(
  { index, matrix, rows, best, tile, checkpoint }: Search,
  places: Uint32Array,
  candidates: Uint32Array,
): void {
  const inverseNorms = new Float64Array(RIGHT);
  const toLeft = rowCopier(matrix, tile.left);
  const toRight = rowCopier(matrix, tile.right);
  for (let c = 0; c < candidates.length; c += RIGHT) {
    checkpoint?.();
    const block = candidates.subarray(c, c + RIGHT);
    block.forEach((row, j) => {
      toRight(row, j);
      inverseNorms[j] = matrix.inverseNorms[row]!;
    });
    for (let q = 0; q < places.length; q += LEFT) {
      const queries = places.subarray(q, q + LEFT);
      queries.forEach((place, i) => toLeft(rows[place]!, i));
      tile.multiply(queries.length, block.length);
      queries.forEach((place, i) => {
        const self = index.firstEqualRow[rows[place]!]!;
        const products = tile.products.subarray(i * RIGHT, (i + 1) * RIGHT);
        offerRows(best, place, self, products, inverseNorms, block);
      });
    }
  }
}
