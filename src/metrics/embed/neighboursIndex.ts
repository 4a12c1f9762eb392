import { chooseProbes, type NeighbourRecall } from './chooseProbes.ts';
import { findDistinctRows } from './distinctRows.ts';
import { allRows, selectRows, type EmbeddingMatrix } from './embeddingMatrix.ts';
import { groupByKey } from './neighboursGroup.ts';
import { centresOfGroups, nearestCentres } from './neighboursCentres.ts';

export interface DifferentRows {
  /** For every row the first row with the same vector: copies stand for one another and are not each other's neighbours. */
  readonly firstEqualRow: Uint32Array;
  /** The first row of each different vector. */
  readonly listRows: Uint32Array;
}

/**
 * Where to look for a row's neighbours: plain data over which threads can share the search.
 * With one list the search is exact; otherwise it looks only into the lists whose centres are nearest (inverted lists).
 */
export interface NeighbourIndex extends DifferentRows {
  readonly centres: EmbeddingMatrix;
  /** List l holds listRows[listOffsets[l]] … listRows[listOffsets[l + 1] − 1]. */
  readonly listOffsets: Uint32Array;
  /** Lists looked into for each row. */
  readonly probes: number;
  /** Row-major [rows, probes]: those lists, for the rows that are the first with their vector; empty where all are searched. */
  readonly probedLists: Uint32Array;
  /** Absent where the search is exact. */
  readonly recall?: NeighbourRecall;
}

/** Up to so many different vectors the search is exact. */
const EXACT_ROWS = 8_192;
const SAMPLE_PER_LIST = 32;
/** Three more find no more neighbours with no fewer lists on any of the sets of `bench/RESULTS.md`. */
const ITERATIONS = 2;

/**
 * Prepares the search for near rows: one list up to 8,192 different vectors, above it about √n lists by spherical
 * k-means on a sample that the seed and the rows' content choose, so that the order of the file has no part in it; as
 * many of them are looked into for each row as find 95 % of its neighbours (`chooseProbes`).
 * @param checkpoint called every few milliseconds; may throw
 * O(n^1.5 · dimensions) time; 0.6 s for 50,000 rows × 512.
 */
export function prepareNeighbours(
  matrix: EmbeddingMatrix,
  seed: number,
  checkpoint?: () => void,
): NeighbourIndex {
  const { rows, firstEqualRow } = findDistinctRows(matrix, seed);
  if (rows.length <= EXACT_ROWS) return oneList(matrix, rows, firstEqualRow);
  const lists = Math.round(Math.sqrt(rows.length));
  // The sample is in hash order: any of its rows are a random choice, and row i starts list i.
  const sample = selectRows(matrix, rows.subarray(0, lists * SAMPLE_PER_LIST));
  const all = allRows(sample);
  let centres = selectRows(sample, all.subarray(0, lists));
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const listOfRow = nearestCentres(sample, all, centres, 1, checkpoint).centres;
    centres = centresOfGroups(sample, all, listOfRow, lists);
  }
  const different = { firstEqualRow, listRows: rows };
  const { probes, recall } = chooseProbes(matrix, different, centres, checkpoint);
  // In the order of the file, in which they are read from memory fastest.
  const filled = fillLists(matrix, rows.toSorted(), centres, probes, checkpoint);
  return { firstEqualRow, centres, ...filled, probes, recall };
}

function oneList(
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  firstEqualRow: Uint32Array,
): NeighbourIndex {
  return {
    firstEqualRow,
    centres: centresOfGroups(matrix, rows, new Uint8Array(rows.length), 1),
    listRows: rows,
    listOffsets: Uint32Array.of(0, rows.length),
    probes: 1,
    probedLists: new Uint32Array(0),
  };
}

function fillLists(
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  centres: EmbeddingMatrix,
  probes: number,
  checkpoint?: () => void,
): Pick<NeighbourIndex, 'listRows' | 'listOffsets' | 'probedLists'> {
  const nearest = nearestCentres(matrix, rows, centres, probes, checkpoint).centres;
  const probedLists = new Uint32Array(matrix.rows * probes);
  const listOfRow = new Uint32Array(rows.length);
  for (let i = 0, at = 0; i < rows.length; i++) {
    listOfRow[i] = nearest[at]!;
    const first = rows[i]! * probes;
    for (let probe = 0; probe < probes; probe++) probedLists[first + probe] = nearest[at++]!;
  }
  const { members: listRows, offsets: listOffsets } = groupByKey(listOfRow, centres.rows);
  for (let at = 0; at < listRows.length; at++) listRows[at] = rows[listRows[at]!]!;
  return { listRows, listOffsets, probedLists };
}
