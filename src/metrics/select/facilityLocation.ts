import type { Objective } from './objective.ts';

/**
 * Facility location: how well chosen rows stand for all, Σ over rows of the cosine similarity to the nearest chosen one,
 * similarities below 0 counting as 0.
 * @param cosines row-major symmetric [rows, rows]; not mutated
 * @returns an objective with values 0 … rows
 * O(rows) for each gain.
 */
export function facilityLocation(cosines: Float32Array, rows: number): Objective {
  const best = new Float32Array(rows);
  return {
    // d + |d| is 2 · max(0, d) without a branch that could be guessed wrong; of four sums none waits for another.
    gain(row) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let other = 0;
      let at = row * rows;
      for (; other + 3 < rows; other += 4, at += 4) {
        const d0 = cosines[at]! - best[other]!;
        const d1 = cosines[at + 1]! - best[other + 1]!;
        const d2 = cosines[at + 2]! - best[other + 2]!;
        const d3 = cosines[at + 3]! - best[other + 3]!;
        s0 += d0 + Math.abs(d0);
        s1 += d1 + Math.abs(d1);
        s2 += d2 + Math.abs(d2);
        s3 += d3 + Math.abs(d3);
      }
      for (; other < rows; other++, at++) {
        const difference = cosines[at]! - best[other]!;
        s0 += difference + Math.abs(difference);
      }
      return (s0 + s1 + (s2 + s3)) / 2;
    },
    add(row) {
      for (let other = 0, at = row * rows; other < rows; other++, at++) {
        if (cosines[at]! > best[other]!) best[other] = cosines[at]!;
      }
    },
  };
}
