import type { PickRequest, Picks } from './picks.ts';

const CHECKED_EVERY = 64;

/**
 * Picks, each time, the row that is farthest from the chosen: no row is then farther from its nearest chosen row than need
 * be. With nothing chosen yet the first candidate starts.
 * @param cosines row-major symmetric [rows, rows]; not mutated
 * @returns gains are cosine distances to the nearest row chosen before, 0–2, never rising; 2 for a first row. The largest
 * distance that is left, as the length of the chord √(2 − 2 cos), is at most twice that of the best choice of its size
 * where all rows are candidates
 * O(candidates · (picks + chosen)). Deterministic.
 * @see Gonzalez (1985); Sener & Savarese (2018), arXiv 1708.00489, who choose training data by it
 */
export function kCentre(
  cosines: Float32Array,
  rows: number,
  { candidates, chosen, size, checkpoint }: PickRequest,
): Picks {
  const nearest = new Float64Array(rows).fill(2);
  const isPicked = new Uint8Array(rows);
  const add = (row: number): void => {
    isPicked[row] = 1;
    for (let other = 0, at = row * rows; other < rows; other++, at++) {
      nearest[other] = Math.min(nearest[other]!, Math.max(0, 1 - cosines[at]!));
    }
  };
  for (const row of chosen) add(row);
  const picks = Math.min(size, candidates.length);
  const picked = new Uint32Array(picks);
  const gains = new Float64Array(picks);
  for (let pick = 0; pick < picks; pick++) {
    if (pick % CHECKED_EVERY === 0) checkpoint?.();
    let farthest = -1;
    for (const row of candidates) {
      if (isPicked[row] === 1) continue;
      if (farthest < 0 || nearest[row]! > nearest[farthest]!) farthest = row;
    }
    picked[pick] = farthest;
    gains[pick] = nearest[farthest]!;
    add(farthest);
  }
  return { rows: picked, gains };
}
