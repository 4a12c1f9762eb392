import { copyRows } from './copyRows.ts';
import { selectRows, type EmbeddingMatrix } from './embeddingMatrix.ts';
import { NEIGHBOURS, neighboursFrom, type Neighbours } from './bestRows.ts';
import { groupByKey, type Groups } from './neighboursGroup.ts';
import type { DifferentRows, NeighbourIndex } from './neighboursIndex.ts';
import { neighboursOfAll } from './neighboursOfAll.ts';
import { createSearchTile, LEFT_ROWS, type SearchTile } from './searchTile.ts';

export { NEIGHBOURS, type Neighbours } from './bestRows.ts';

/** Queries that stay in the tile while all candidates go by. */
const QUERIES = 1_024;
const RIGHT_ROWS = 256;

/**
 * The nearest rows by cosine for rows fromRow … toRow − 1.
 * Copies (equal vectors) count as one row and are never neighbours of each other: cleanlab counts them, so that eleven
 * copies of a foreign row hide one another; here they stay far. Ties go to the lower row.
 * The result does not depend on how rows are cut into slices; since each slice copies all lists, a few large
 * ones are cheaper than many, and where there is one list only, all rows at once take half the time.
 * @param checkpoint called before each 256 rows compared with; may throw
 * 50,000 rows × 512 take about 1.1 s of one core.
 */
export function neighboursOfRows(
  index: NeighbourIndex,
  matrix: EmbeddingMatrix,
  fromRow: number,
  toRow: number,
  checkpoint?: () => void,
): Neighbours {
  if (index.centres.rows === 1 && toRow - fromRow === matrix.rows) {
    return exactNeighboursOfAll(index, matrix, checkpoint);
  }
  const rows = new Uint32Array(toRow - fromRow);
  for (let i = 0; i < rows.length; i++) rows[i] = fromRow + i;
  if (index.probes >= index.centres.rows) return exactNeighboursOf(index, matrix, rows, checkpoint);
  return search(index.firstEqualRow, matrix, rows, checkpoint, (started, meaningful) => {
    const { members, offsets } = placesByList(index, rows, meaningful);
    for (let list = 0; list < index.centres.rows; list++) {
      const places = members.subarray(offsets[list], offsets[list + 1]);
      const [from, to] = [index.listOffsets[list], index.listOffsets[list + 1]];
      scanList(started, places, index.listRows.subarray(from, to));
    }
  });
}

/** The true nearest rows of any rows: all different ones are looked at. O(rows.length · matrix.rows · dimensions). */
export function exactNeighboursOf(
  { firstEqualRow, listRows }: DifferentRows,
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  checkpoint?: () => void,
): Neighbours {
  // In the order of the file, in which they are read from memory fastest.
  const candidates = listRows.toSorted();
  return search(firstEqualRow, matrix, rows, checkpoint, (started, meaningful) =>
    scanList(started, meaningful, candidates),
  );
}

function exactNeighboursOfAll(
  { firstEqualRow, listRows }: DifferentRows,
  matrix: EmbeddingMatrix,
  checkpoint?: () => void,
): Neighbours {
  // In the order of the file: of equally near rows the lower one is the nearer.
  const different = listRows.toSorted();
  const found = neighboursOfAll(selectRows(matrix, different), checkpoint);
  const placeOfRow = new Map(Array.from(different, (row, place) => [row, place]));
  const rows = new Int32Array(matrix.rows * NEIGHBOURS).fill(-1);
  const similarities = new Float32Array(matrix.rows * NEIGHBOURS);
  firstEqualRow.forEach((equalRow, row) => {
    const place = placeOfRow.get(equalRow);
    // A row without a meaning.
    if (place === undefined) return;
    const from = place * NEIGHBOURS;
    for (let k = 0; k < NEIGHBOURS && found.rows[from + k]! >= 0; k++) {
      rows[row * NEIGHBOURS + k] = different[found.rows[from + k]!]!;
      similarities[row * NEIGHBOURS + k] = found.similarities[from + k]!;
    }
  });
  return { rows, similarities };
}

interface Search {
  readonly matrix: EmbeddingMatrix;
  readonly firstEqualRow: Uint32Array;
  readonly rows: Uint32Array;
  readonly tile: SearchTile;
  readonly checkpoint: (() => void) | undefined;
}

/** @param scan offers candidates to the places of `rows` that have a meaning */
function search(
  firstEqualRow: Uint32Array,
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  checkpoint: (() => void) | undefined,
  scan: (started: Search, meaningful: Uint32Array) => void,
): Neighbours {
  const { inverseNorms } = matrix;
  const tile = createSearchTile({
    leftCapacity: QUERIES,
    rightCapacity: RIGHT_ROWS,
    dimensions: matrix.dimensions,
    queries: rows.length,
    width: NEIGHBOURS,
  });
  scan({ matrix, firstEqualRow, rows, tile, checkpoint }, meaningfulPlaces(rows, inverseNorms));
  const found = neighboursFrom(tile.best, (place) => inverseNorms[rows[place]!]!);
  tile.release();
  return found;
}

/** The places of rows that have a meaning. */
function meaningfulPlaces(rows: Uint32Array, inverseNorms: Float32Array): Uint32Array {
  const places = new Uint32Array(rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    if (inverseNorms[rows[place]!] !== 0) places[count++] = place;
  }
  return places.subarray(0, count);
}

/**
 * For every list the queries (places in `rows`) that look into it, ascending.
 * Grouping queries by list, not lists by query, lets one copied candidate serve a whole tile.
 */
function placesByList(
  { centres, firstEqualRow, probes, probedLists }: NeighbourIndex,
  rows: Uint32Array,
  meaningful: Uint32Array,
): Groups {
  const probed = new Uint32Array(meaningful.length * probes);
  for (let i = 0, at = 0; i < meaningful.length; i++) {
    const from = firstEqualRow[rows[meaningful[i]!]!]! * probes;
    for (let probe = 0; probe < probes; probe++) probed[at++] = probedLists[from + probe]!;
  }
  const { members, offsets } = groupByKey(probed, centres.rows);
  for (let at = 0; at < members.length; at++) {
    members[at] = meaningful[Math.floor(members[at]! / probes)]!;
  }
  return { members, offsets };
}

/** Offers all candidates to all queries; each row is copied once for every 1,024 queries. */
function scanList(search: Search, places: Uint32Array, candidates: Uint32Array): void {
  const { matrix, rows, tile, checkpoint } = search;
  for (let q = 0; q < places.length; q += QUERIES) {
    const queries = places.subarray(q, q + QUERIES);
    copyRows(
      matrix,
      queries.map((place) => rows[place]!),
      tile.left,
    );
    for (let c = 0; c < candidates.length; c += RIGHT_ROWS) {
      checkpoint?.();
      const block = candidates.subarray(c, c + RIGHT_ROWS);
      copyRows(matrix, block, tile.right);
      tile.candidates.set(block);
      copyFactors(matrix.inverseNorms, block, tile.rightFactors);
      tile.packRight(block.length);
      for (let from = 0; from < queries.length; from += LEFT_ROWS) {
        offerBlock(search, queries.subarray(from, from + LEFT_ROWS), from, block.length);
      }
    }
  }
}

function copyFactors(inverseNorms: Float32Array, rows: Uint32Array, factors: Float64Array): void {
  for (let i = 0; i < rows.length; i++) factors[i] = inverseNorms[rows[i]!]!;
}

/** Offers the candidates at the right of the tile to the queries from `leftFrom` on at its left. */
function offerBlock(
  { firstEqualRow, rows, tile }: Search,
  queries: Uint32Array,
  leftFrom: number,
  candidates: number,
): void {
  tile.multiplyLeft(queries.length, candidates, leftFrom);
  for (let i = 0; i < queries.length; i++) {
    tile.places[i] = queries[i]!;
    tile.own[i] = firstEqualRow[rows[queries[i]!]!]!;
  }
  tile.offerToLeft(queries.length, candidates);
}
