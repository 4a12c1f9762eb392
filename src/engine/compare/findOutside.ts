import { outsideRows } from '../../metrics/compare/outsideRows.ts';
import { NEIGHBOURS } from '../../metrics/embed/neighbours.ts';
import type { NearestAcross } from '../../metrics/embed/nearestAcross.ts';
import type { NearestRows } from '../searchNeighbours.ts';
import type { OutsideRows } from './comparison.ts';

const LISTED_ROWS = 200;

export interface OutsideFiles {
  /** For each row with a place in the matrices the nearest row of the other file. */
  readonly across: NearestAcross;
  /** The nearest rows of the other file's rows among themselves. */
  readonly otherFile: NearestRows;
  /** 0-based lines of the rows, and of the other file's. */
  readonly lines: Uint32Array;
  readonly otherLines: Uint32Array;
}

/** What was found, and all rows that are outside by their places in the matrix. */
export interface FoundOutside {
  readonly report: OutsideRows;
  readonly slots: Uint32Array;
}

/**
 * The rows of one file by how far they lie from the other; undefined where one has no row with a
 * meaning, or the other no two.
 */
export function findOutside({
  across,
  otherFile,
  lines,
  otherLines,
}: OutsideFiles): FoundOutside | undefined {
  const distances = across.similarities.map((similarity, row) =>
    across.rows[row]! < 0 ? NaN : Math.max(0, 1 - similarity),
  );
  const { neighbours } = otherFile;
  const otherDistances = Float32Array.from(otherLines, (_, row) =>
    neighbours.rows[row * NEIGHBOURS]! < 0
      ? NaN
      : Math.max(0, 1 - neighbours.similarities[row * NEIGHBOURS]!),
  );
  const found = outsideRows(distances, otherDistances);
  return (
    found && {
      report: {
        rows: found.rows,
        limit: found.limit,
        outside: found.outside,
        expectedShare: found.expectedShare,
        furthest: Array.from(found.ranked.subarray(0, LISTED_ROWS), (row) => ({
          line: lines[row]! + 1,
          cosineDistance: distances[row]!,
          nearestLine: otherLines[across.rows[row]!]! + 1,
        })),
      },
      slots: found.ranked.subarray(0, found.outside),
    }
  );
}
