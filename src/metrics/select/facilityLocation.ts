import type { Objective } from './objective.ts';

/**
 * Facility location: how well chosen rows stand for all, Σ over rows of the cosine similarity to the nearest chosen one,
 * similarities below 0 counting as 0.
 * @param cosines row-major symmetric [rows, rows]; not mutated
 * @returns an objective with values 0 … rows
 * O(rows) for each gain.
 */
export function facilityLocation(cosines: Float32Array, rows: number): Objective {
  const best = new Float64Array(rows);
  return {
    gain(row) {
      let sum = 0;
      for (let other = 0, at = row * rows; other < rows; other++, at++) {
        const better = cosines[at]! - best[other]!;
        if (better > 0) sum += better;
      }
      return sum;
    },
    add(row) {
      for (let other = 0, at = row * rows; other < rows; other++, at++) {
        if (cosines[at]! > best[other]!) best[other] = cosines[at]!;
      }
    },
  };
}
