import { heavyTail } from './heavyTail.ts';
import { MIN_DISTANCE_SPREAD, MIN_FAR_DISTANCE } from './offDistributionDistances.ts';
import type { RowFacts } from './offDistributionInput.ts';
import { standardScores, type RowKinds } from './standardScores.ts';
import { tailSurprise } from './tailSurprise.ts';

/** How rare the rows of a file are; all arrays have one entry per row. */
export interface Rarity {
  /** −ln of the share of rows whose sum of both figures is as high. */
  readonly nats: Float64Array;
  readonly distance: Oddness;
}

/** How rare they are by one figure that all of them have. */
export interface Oddness {
  /** −ln of the share of rows at least as odd. */
  readonly nats: Float64Array;
  readonly typical: Float64Array;
}

/** Bits per token: smaller deviations are not odd, however alike the rows are. */
const MIN_SURPRISE_SPREAD = 0.1;
/** Meaning counts thrice: measured on known strangers, see bench/quality.md. */
const DISTANCE_WEIGHT = 3;
const SCORE_TAIL = { tail: 0.1, minScale: 0.25 };
/** Nats: sums that differ by less are alike, however alike the rows are. */
const MIN_SUM_SCALE = 1;

/** The wording of each row, among rows of its script and length. O(rows log rows). */
export function wordingOddness(facts: RowFacts): Oddness {
  const { scripts, instructionTokens, responseTokens, surpriseBits } = facts;
  const tokens = instructionTokens.map((count, row) => count + responseTokens[row]!);
  return oddness(surpriseBits, { scripts, tokens }, MIN_SURPRISE_SPREAD);
}

/**
 * The distance of each row, and distance and wording as one: the sums and the exception for rows that are near are described at
 * `offDistributionFinder`. O(rows log rows).
 */
export function offDistributionRarity(
  distances: Float32Array,
  scripts: RowFacts['scripts'],
  wording: Oddness,
): Rarity {
  const distance = distanceScores(distances, scripts);
  const sumsOf = (far: Float64Array) =>
    far.map((own, row) => DISTANCE_WEIGHT * own + wording.nats[row]!);
  const nats = raritiesOf(sumsOf(distance.nats), sumsOf(distance.uncapped), distances);
  return { nats, distance };
}

/** Of the measured rows among one another; 0 for the others. */
function oddness(values: Float32Array, kinds: RowKinds, minSpread: number): Oddness {
  const { scores, typical } = standardScores(values, kinds, minSpread);
  const measured = scores.filter((_, row) => values[row]! >= 0);
  const found = tailSurprise(measured, SCORE_TAIL);
  let at = 0;
  return { nats: scores.map((_, row) => (values[row]! >= 0 ? found[at++]! : 0)), typical };
}

/**
 * −ln of the share of rows with as high a sum. Rows whose distance was not measured, as in a large file, have lower sums:
 * they are compared with one another.
 */
function raritiesOf(
  sums: Float64Array,
  uncapped: Float64Array,
  distances: Float32Array,
): Float64Array {
  const isMeasured = (row: number) => distances[row]! >= 0;
  const ofMeasured = heavyTail(
    uncapped.filter((_, row) => isMeasured(row)),
    MIN_SUM_SCALE,
  );
  const ofOthers = heavyTail(
    uncapped.filter((_, row) => !isMeasured(row)),
    MIN_SUM_SCALE,
  );
  return sums.map((sum, row) => (isMeasured(row) ? ofMeasured(sum) : ofOthers(sum)));
}

function distanceScores(
  distances: Float32Array,
  scripts: RowFacts['scripts'],
): Oddness & { readonly uncapped: Float64Array } {
  const { nats: uncapped, typical } = oddness(distances, { scripts }, MIN_DISTANCE_SPREAD);
  // Where all rows are alike, small distances are rare, but near is near.
  const nats = uncapped.map((value, row) =>
    distances[row]! < MIN_FAR_DISTANCE ? Math.min(value, Math.LN2) : value,
  );
  return { nats, typical, uncapped };
}
