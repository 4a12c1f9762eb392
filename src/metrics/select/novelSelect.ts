import { neighbourDensities } from '../macro/neighbourDensities.ts';
import type { PickRequest, Picks } from './picks.ts';

/** Power of the density (β) and neighbours that make it: those the authors choose with. */
const DENSITY_POWER = 0.5;
const NEIGHBOURS = 10;
/** Chosen rows that count for the novelty of a row: the nearest ones. The next one would count for a 257th of the first. */
const MOST_RANKS = 256;
const CHECKED_EVERY = 16;

/**
 * Picks, each time, the most novel row. Novelty is Σ_r w_(r) / r over the chosen rows, w_(1) ≤ w_(2) ≤ … being the cosine
 * distances to them, each times the sum of the densities^½ of the two rows. With nothing chosen yet the first candidate
 * starts.
 * @param cosines row-major symmetric [rows, rows]; not mutated
 * @param firstEqualRow for every row the first row with the same vector
 * @returns gains are novelties by number of rows chosen before, as the program has them; 0 for a first row
 * O(candidates · picks · min(picks, 256)). Deterministic.
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
  const densities = neighbourDensities(cosines, rows, firstEqualRow, NEIGHBOURS).map(
    (density) => density ** DENSITY_POWER,
  );
  const picks = Math.min(size, candidates.length);
  const ranks = Math.min(MOST_RANKS, chosen.length + picks);
  const inverse = Float64Array.from({ length: ranks }, (_, rank) => 1 / (rank + 1));
  /** [candidates, ranks] the least weighted distances to chosen rows, ascending; how many; and what they sum up to. */
  const lists = new Float64Array(candidates.length * ranks);
  const novelties = new Float64Array(candidates.length);
  const isPicked = new Uint8Array(candidates.length);
  let added = 0;
  const offer = (place: number, weighted: number): void => {
    const start = place * ranks;
    const filled = Math.min(added, ranks);
    if (filled === ranks && weighted >= lists[start + ranks - 1]!) return;
    let sum = novelties[place]!;
    let rank = filled;
    if (filled === ranks) sum -= lists[start + --rank]! * inverse[rank]!;
    for (; rank > 0 && lists[start + rank - 1]! > weighted; rank--) {
      const shifted = lists[start + rank - 1]!;
      lists[start + rank] = shifted;
      sum += shifted * (inverse[rank]! - inverse[rank - 1]!);
    }
    lists[start + rank] = weighted;
    novelties[place] = sum + weighted * inverse[rank]!;
  };
  const add = (row: number): void => {
    for (let place = 0; place < candidates.length; place++) {
      if (isPicked[place] === 1) continue;
      const other = candidates[place]!;
      const isCopy = firstEqualRow[other] === firstEqualRow[row];
      const distance = isCopy ? 0 : Math.max(0, 1 - cosines[row * rows + other]!);
      offer(place, distance * (densities[row]! + densities[other]!));
    }
    added++;
  };
  for (const row of chosen) add(row);
  const picked = new Uint32Array(picks);
  const gains = new Float64Array(picks);
  for (let pick = 0; pick < picks; pick++) {
    if (pick % CHECKED_EVERY === 0) checkpoint?.();
    let best = -1;
    for (let place = 0; place < candidates.length; place++) {
      if (isPicked[place] === 1) continue;
      if (best < 0 || novelties[place]! > novelties[best]!) best = place;
    }
    isPicked[best] = 1;
    picked[pick] = candidates[best]!;
    gains[pick] = added === 0 ? 0 : novelties[best]! / added;
    add(candidates[best]!);
  }
  return { rows: picked, gains };
}
