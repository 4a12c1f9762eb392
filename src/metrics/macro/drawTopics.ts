import { findDistinctRows } from '../embed/distinctRows.ts';
import { meaningfulRows, selectRows, type EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { hillNumbers } from '../stats/hillNumbers.ts';
import { incidenceCoverage } from '../stats/incidenceCoverage.ts';
import type { HillNumbers } from '../stats/levelFigures.ts';
import { mixBits } from '../text/mixBits.ts';
import { findTopics } from './topics.ts';

/** What some of the rows show when their topics are found on them alone. */
export interface DrawnTopics extends HillNumbers {
  /** Sample coverage, 0–1. */
  readonly coverage: number;
}

/**
 * Draws rows at random, as often as asked, and finds topics anew on each draw.
 * The draws depend on the rows' content and the seed, not on where rows stand.
 * @param size rows of each draw, 2 … rows with a meaning
 * @param checkpoint called every few hundred milliseconds; may throw
 * @returns those draws in which there is a topic
 * O(rows · dimensions + draws · (rows · log rows + size² · dimensions)): 70 ms for each draw of 1,000 rows × 512.
 */
export function drawTopics(
  matrix: EmbeddingMatrix,
  size: number,
  draws: number,
  seed: number,
  checkpoint?: () => void,
): DrawnTopics[] {
  const contents = contentOfRows(matrix, seed);
  return Array.from({ length: draws }, (_, draw) => {
    checkpoint?.();
    const rows = Uint32Array.from(lowestKeys(contents, size, draw), (at) => contents.rows[at]!);
    const { rowsOfTopic } = findTopics(selectRows(matrix, rows), checkpoint);
    const hill = hillNumbers(rowsOfTopic);
    return hill && { ...hill, coverage: incidenceCoverage(rowsOfTopic, size) ?? 0 };
  }).filter((drawn) => drawn !== undefined);
}

interface RowContents {
  /** Rows with a meaning. */
  readonly rows: Uint32Array;
  /** A number for the content of each and for which of its copies it is, whatever the order of the rows. */
  readonly hashes: Uint32Array;
}

function contentOfRows(matrix: EmbeddingMatrix, seed: number): RowContents {
  const distinct = findDistinctRows(matrix, seed);
  const placeOfRow = new Uint32Array(matrix.rows);
  for (let place = 0; place < distinct.rows.length; place++) {
    placeOfRow[distinct.rows[place]!] = place;
  }
  const copies = new Uint32Array(matrix.rows);
  const rows = meaningfulRows(matrix);
  const hashes = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const first = distinct.firstEqualRow[rows[at]!]!;
    hashes[at] = mixBits(mixBits(placeOfRow[first]!) ^ copies[first]!++);
  }
  return { rows, hashes };
}

/** Places of the rows that come first in the order of this draw, the first one first. */
function lowestKeys({ hashes }: RowContents, size: number, draw: number): Float64Array {
  const salt = mixBits(draw + 1);
  const count = hashes.length;
  const keys = new Float64Array(count);
  const gather = (limit: number): number => {
    let found = 0;
    for (let at = 0; at < count; at++) {
      const key = mixBits((hashes[at]! ^ salt) >>> 0) * count + at;
      if (key < limit) keys[found++] = key;
    }
    return found;
  };
  // Keys are spread evenly: a few more than are wanted lie below this, and only they are sorted.
  const likely = Math.min(1, (size + 6 * Math.sqrt(size)) / count);
  let found = gather(likely * 2 ** 32 * count);
  if (found < size) found = gather(Infinity);
  return keys
    .subarray(0, found)
    .sort()
    .subarray(0, size)
    .map((key) => key % count);
}
