import { neighbourDensities } from '../macro/neighbourDensities.ts';
import { novelties } from './novelties.ts';
import type { PickRequest, Picks } from './picks.ts';

/** Power of the density (β) and neighbours that make it: those the authors choose with. */
const DENSITY_POWER = 0.5;
const NEIGHBOURS = 10;
const CHECKED_EVERY = 16;

/**
 * Picks, each time, the most novel row. Novelty is Σ_r w_(r) / r over the chosen rows, w_(1) ≤ w_(2) ≤ … being the cosine
 * distances to them, each times the sum of the densities^½ of the two rows. With nothing chosen yet the first candidate
 * starts.
 * @param cosines row-major symmetric [rows, rows]; not mutated
 * @param firstEqualRow for every row the first row with the same vector
 * @returns gains are novelties by number of rows chosen before, as the program has them; 0 for a first row
 * O(candidates · picks) and, for the rows that come near the top, O(min(picks, 256)) each time. Deterministic.
 * @see Yang et al. (2025), arXiv 2502.17184: NovelSelect, the greedy choice by NovelSum; reference program
 * UmeanNever/NovelSum, novelselect.py, with its defaults. Differs: a row is never picked twice, copies are at distance 0 of
 * each other, and beyond 256 chosen rows the farther ones are left out of the sum.
 */
export function novelSelect(
  cosines: Float32Array,
  rows: number,
  firstEqualRow: Uint32Array,
  { candidates, chosen, size, checkpoint }: PickRequest,
): Picks {
  const weights = neighbourDensities(cosines, rows, firstEqualRow, NEIGHBOURS).map(
    (density) => density ** DENSITY_POWER,
  );
  const picks = Math.min(size, candidates.length);
  const known = novelties(candidates, chosen.length + picks, (row, other) => {
    const isCopy = firstEqualRow[other] === firstEqualRow[row];
    const distance = isCopy ? 0 : Math.max(0, 1 - cosines[row * rows + other]!);
    return distance * (weights[row]! + weights[other]!);
  });
  for (const row of chosen) known.add(row);
  const picked = new Uint32Array(picks);
  const gains = new Float64Array(picks);
  for (let pick = 0; pick < picks; pick++) {
    if (pick % CHECKED_EVERY === 0) checkpoint?.();
    const { place, novelty } = known.takeMost();
    const before = chosen.length + pick;
    picked[pick] = candidates[place]!;
    gains[pick] = before === 0 ? 0 : novelty / before;
    known.add(candidates[place]!);
  }
  return { rows: picked, gains };
}
