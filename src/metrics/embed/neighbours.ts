import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import { createDotTile8, type DotTile } from './kernels.ts';
import { copyRow, nearestCentres } from './neighboursCentres.ts';
import { groupByKey } from './neighboursGroup.ts';
import type { NeighbourIndex } from './neighboursIndex.ts';

/** Neighbours per row: the k of cleanlab's outlier score. */
export const NEIGHBOURS = 10;

/** The nearest rows of consecutive rows, row-major [rows, NEIGHBOURS], most similar first. */
export interface Neighbours {
  /** Row numbers; −1 where the file has fewer different rows, and throughout for a row without a meaning. */
  readonly rows: Int32Array;
  /** Cosine similarities in [−1, 1]; 0 beside −1. */
  readonly similarities: Float32Array;
}

const LEFT = 64;
const RIGHT = 256;

/**
 * The nearest rows by cosine for rows fromRow … toRow − 1.
 * Copies (equal vectors) count as one row and are never neighbours of each other: cleanlab counts them, so that eleven
 * copies of a foreign row hide one another; here they stay far. Ties go to the lower row.
 * The result does not depend on how rows are cut into slices; slices of some 4,000 rows are searched efficiently.
 * 50,000 rows × 512 take about 2 s of one core.
 */
export function neighboursOfRows(
  index: NeighbourIndex,
  matrix: EmbeddingMatrix,
  fromRow: number,
  toRow: number,
): Neighbours {
  const rows = Uint32Array.from({ length: toRow - fromRow }, (_, i) => fromRow + i);
  return neighboursOf(index, matrix, rows);
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

/** The best candidates so far; scores are cosines up to the factor of the query's own norm. */
interface Best {
  readonly rows: Int32Array;
  readonly scores: Float64Array;
}

interface Search {
  readonly index: NeighbourIndex;
  readonly matrix: EmbeddingMatrix;
  readonly rows: Uint32Array;
  readonly best: Best;
  readonly tile: DotTile<Int8Array>;
}

function search(
  index: NeighbourIndex,
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  probes: number,
): Neighbours {
  const best = {
    rows: new Int32Array(rows.length * NEIGHBOURS).fill(-1),
    scores: new Float64Array(rows.length * NEIGHBOURS).fill(-Infinity),
  };
  const { dimensions, inverseNorms } = matrix;
  const tile = createDotTile8({ leftCapacity: LEFT, rightCapacity: RIGHT, dimensions });
  for (const { list, places } of placesByList(index, matrix, rows, probes)) {
    const candidates = index.listRows.subarray(
      index.listOffsets[list],
      index.listOffsets[list + 1],
    );
    if (places.length > 0) scanList({ index, matrix, rows, best, tile }, places, candidates);
  }
  const similarities = Float32Array.from(best.scores, (score, i) =>
    best.rows[i] === -1 ? 0 : score * inverseNorms[rows[Math.floor(i / NEIGHBOURS)]!]!,
  );
  return { rows: best.rows, similarities };
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
  const queries = meaningful.map((place) => rows[place]!);
  const probed = nearestCentres(matrix, queries, index.centres, probes).centres;
  const grouped = groupByKey(probed, lists);
  for (let list = 0; list < lists; list++) {
    const entries = grouped.members.subarray(grouped.offsets[list], grouped.offsets[list + 1]);
    yield { list, places: entries.map((entry) => meaningful[Math.floor(entry / probes)]!) };
  }
}

function scanList(
  { index, matrix, rows, best, tile }: Search,
  places: Uint32Array,
  candidates: Uint32Array,
): void {
  const inverseNorms = new Float64Array(RIGHT);
  for (let c = 0; c < candidates.length; c += RIGHT) {
    const block = candidates.subarray(c, c + RIGHT);
    block.forEach((row, j) => {
      copyRow(matrix, row, tile.right, j);
      inverseNorms[j] = matrix.inverseNorms[row]!;
    });
    for (let q = 0; q < places.length; q += LEFT) {
      const queries = places.subarray(q, q + LEFT);
      queries.forEach((place, i) => copyRow(matrix, rows[place]!, tile.left, i));
      tile.multiply(queries.length, block.length);
      queries.forEach((place, i) => {
        const self = index.firstEqualRow[rows[place]!]!;
        const products = tile.products.subarray(i * RIGHT, (i + 1) * RIGHT);
        offer(best, place * NEIGHBOURS, self, products, inverseNorms, block);
      });
    }
  }
}

/** Offers the candidates of one query's row of a tile to its list of the best; `self` is passed over. */
function offer(
  best: Best,
  start: number,
  self: number,
  products: Int32Array,
  inverseNorms: Float64Array,
  candidates: Uint32Array,
): void {
  const last = start + NEIGHBOURS - 1;
  let worst = best.scores[last]!;
  for (let j = 0; j < candidates.length; j++) {
    const score = products[j]! * inverseNorms[j]!;
    if (score < worst || candidates[j] === self) continue;
    insert(best, start, last, score, candidates[j]!);
    worst = best.scores[last]!;
  }
}

function insert(
  { rows, scores }: Best,
  start: number,
  last: number,
  score: number,
  row: number,
): void {
  const isBefore = (place: number): boolean =>
    scores[place]! < score || (scores[place] === score && rows[place]! > row);
  if (!isBefore(last)) return;
  let place = last;
  for (; place > start && isBefore(place - 1); place--) {
    scores[place] = scores[place - 1]!;
    rows[place] = rows[place - 1]!;
  }
  scores[place] = score;
  rows[place] = row;
}
