import type { CountFrequencies } from './countFrequencies.ts';
import { chaoUnseen } from './chaoUnseen.ts';
import { logChoose } from './logChoose.ts';

/** The part of `ExpectedDiversity` that takes little time. */
export interface ExpectedRichness {
  /** Expected number of kinds. */
  readonly q0: number;
  /** Expected sample coverage, 0–1. */
  readonly coverage: number;
}

/**
 * Kinds and sample coverage that `size` rows drawn from the same source are expected to show, given `units` rows: see
 * `expectedDiversity`, which takes and throws the same.
 * O(different counts).
 */
export function expectedRichness(
  frequencies: CountFrequencies,
  units: number,
  size: number,
): ExpectedRichness {
  const { counts, total } = frequencies;
  if (total === 0) throw new RangeError('got no kinds, expected at least one');
  if (!Number.isInteger(units) || units < 2) {
    throw new RangeError(`got ${units} rows, expected an integer ≥ 2`);
  }
  if (counts.at(-1)! > units) {
    throw new RangeError(`got a kind in ${counts.at(-1)!} rows, expected at most ${units}`);
  }
  if (!(size >= 1 && size < Infinity) || (size < units && !Number.isInteger(size))) {
    throw new RangeError(`got size ${size}, expected an integer ≥ 1`);
  }
  return size < units ? rarefied(frequencies, units, size) : extrapolated(frequencies, units, size);
}

function rarefied({ counts, kinds, total }: CountFrequencies, units: number, size: number) {
  if (size === 1) {
    // Known without logarithms, whose rounding shows where there are many rows.
    let inNext = 0;
    for (let i = 0; i < counts.length; i++) inNext += kinds[i]! * counts[i]! * (counts[i]! - 1);
    return { q0: total / units, coverage: inNext / (total * (units - 1)) };
  }
  const logSubsets = logChoose(units, size);
  const logOthers = logChoose(units - 1, size);
  let q0 = 0;
  let unseen = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    const missed = units - count < size ? -Infinity : logChoose(units - count, size);
    q0 += kinds[i]! * -Math.expm1(missed - logSubsets);
    unseen += ((kinds[i]! * count) / total) * Math.exp(missed - logOthers);
  }
  return { q0, coverage: 1 - unseen };
}

function extrapolated(
  { total, kindCount, once, twice }: CountFrequencies,
  units: number,
  size: number,
) {
  const unseen = chaoUnseen(once, twice, units);
  /** Share of the unseen that one more row leaves unseen. */
  const left = once === 0 ? 0 : (units * unseen) / (units * unseen + once);
  return {
    q0: kindCount + unseen * (1 - left ** (size - units)),
    coverage: 1 - (once / total) * left ** (size - units + 1),
  };
}
