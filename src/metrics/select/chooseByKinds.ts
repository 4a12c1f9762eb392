import { coveredOnce, kindCoverage } from './kindCoverage.ts';
import { coverEvenly, type EvenPicks } from './coverEvenly.ts';
import { lazyGreedy } from './lazyGreedy.ts';
import type { PickRequest } from './picks.ts';
import { pruneKinds } from './pruneKinds.ts';
import { countKinds, kindsOfRows, type RowKinds } from './rowKinds.ts';

export interface KindChoice extends EvenPicks {
  /** Kinds at the narrowest and at the widest degree for this number of rows. */
  readonly narrowest: number;
  readonly widest: number;
  /** Kinds that were aimed at. */
  readonly wanted: number;
  /** Kinds that the picks and the rows chosen before have. */
  readonly covered: number;
}

/**
 * Chooses rows at a degree of diversity: rows of k kinds, evenly many of each.
 * 1. Candidates are pruned, rarest kind first, until k kinds are left (`pruneKinds`); or a few more, where so many rows cannot
 *    cover all that are left.
 * 2. Of these rows as few as needed are picked for every kind to have one, then further ones evenly (`coverEvenly`). Where rows
 *    have many kinds and are few, some kinds go without: as many as wanted or a little fewer are covered.
 *
 * At 0 % k is what pruning can get down to while enough rows are left; at 100 % it is what greedy coverage reaches with this
 * number of rows; in between it is linear. Rows without a kind are picked only where the others are too few.
 * @param degree of diversity, 0–100 (%)
 * @returns picks, fewer than asked for only where there are fewer candidates
 * @throws RangeError for a degree outside 0–100
 * O(kinds of the candidates · log). Deterministic.
 * @see Li et al. (2025), arXiv 2505.24768: six strategies of this kind at seven degrees from 0 to 100 %. Differs: which k kinds
 * a degree covers is not said there; here the rarest go first, so that each degree contains the kinds of those below it.
 */
export function chooseByKinds(kinds: RowKinds, request: PickRequest, degree: number): KindChoice {
  if (!(degree >= 0 && degree <= 100)) {
    throw new RangeError(`got the degree ${degree}, expected a number from 0 to 100`);
  }
  const { candidates, size, checkpoint } = request;
  const withKind = candidates.filter((row) => countKinds(kinds, row) > 0);
  const pruning = pruneKinds(kinds, withKind, Math.min(size, withKind.length));
  checkpoint?.();
  const widest = Math.max(pruning.fewest, coverable(kinds, { ...request, candidates: withKind }));
  const wanted = Math.round(pruning.fewest + ((widest - pruning.fewest) * degree) / 100);
  const rest = candidates.filter((row) => countKinds(kinds, row) === 0);
  const pickFrom = (pool: Uint32Array): EvenPicks =>
    coverEvenly(kinds, { ...request, candidates: joined(pool, rest) });
  const picks =
    degree === 100
      ? pickFrom(withKind)
      : nearestBelow(wanted, pruning.most, (most) => pickFrom(pruning.rowsWith(most)));
  return {
    ...picks,
    narrowest: pruning.fewest,
    widest,
    wanted,
    covered: kindsOfRows(kinds, [request.chosen, picks.rows]),
  };
}

/** More steps only as long as the picks are further off than this share of what is wanted. */
const STEPS = 6;
const MOST_STEPS = 12;
const NEAR = 0.99;

/**
 * Where rows have many kinds, so many rows cannot cover all kinds that they have together: a pool of more kinds than wanted is
 * then searched for, by bisection, of which the picks cover as many as wanted or a little less.
 */
function nearestBelow(
  wanted: number,
  most: number,
  pickFrom: (kinds: number) => EvenPicks,
): EvenPicks {
  const covered = ({ gains }: EvenPicks) => gains.reduce((sum, gain) => sum + gain, 0);
  let best = pickFrom(wanted);
  let [low, high] = [wanted, most];
  for (let step = 0; step < MOST_STEPS && covered(best) < wanted && high - low > 1; step++) {
    if (step >= STEPS && covered(best) >= NEAR * wanted) break;
    const middle = (low + high) >> 1;
    const picks = pickFrom(middle);
    if (covered(picks) > wanted) high = middle;
    else {
      low = middle;
      if (covered(picks) >= covered(best)) best = picks;
    }
  }
  return best;
}

/** Kinds that greedy coverage reaches with the rows to pick, those chosen before left out. */
function coverable(kinds: RowKinds, { candidates, size, checkpoint }: PickRequest): number {
  const { gains } = lazyGreedy(
    kindCoverage(kinds, coveredOnce),
    { candidates, chosen: new Uint32Array(0), size, ...(checkpoint && { checkpoint }) },
    1,
  );
  return gains.reduce((sum, gain) => sum + gain, 0);
}

function joined(first: Uint32Array, second: Uint32Array): Uint32Array {
  const all = new Uint32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
