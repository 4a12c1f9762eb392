import { heavyTail } from './heavyTail.ts';
import { MIN_DISTANCE_SPREAD, MIN_FAR_DISTANCE } from './neighbourDistances.ts';
import type { RowFacts } from './offDistributionInput.ts';
import { standardScores, type RowCovariates } from './standardScores.ts';
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
  const tokens = new Uint32Array(scripts.length);
  for (let row = 0; row < tokens.length; row++) {
    tokens[row] = instructionTokens[row]! + responseTokens[row]!;
  }
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
  const sums = weightedSums(distance.nats, wording.nats);
  const uncapped = weightedSums(distance.uncapped, wording.nats);
  return { nats: raritiesOf(sums, uncapped, distances), distance };
}

function weightedSums(distance: Float64Array, wording: Float64Array): Float64Array {
  const sums = new Float64Array(distance.length);
  for (let row = 0; row < sums.length; row++) {
    sums[row] = DISTANCE_WEIGHT * distance[row]! + wording[row]!;
  }
  return sums;
}

/** Of the measured rows among one another; 0 for the others. */
function oddness(values: Float32Array, covariates: RowCovariates, minSpread: number): Oddness {
  const { scores, typical } = standardScores(values, covariates, minSpread);
  const found = tailSurprise(valuesWhere(values, true, scores), SCORE_TAIL);
  const nats = new Float64Array(values.length);
  let at = 0;
  for (let row = 0; row < nats.length; row++) if (values[row]! >= 0) nats[row] = found[at++]!;
  return { nats, typical };
}

/** The values of the rows that were measured, or of those that were not. @param measured ≥ 0 where a row was */
function valuesWhere(
  measured: Float32Array,
  wasMeasured: boolean,
  values: Float64Array,
): Float64Array {
  const found = new Float64Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (measured[row]! >= 0 === wasMeasured) found[count++] = values[row]!;
  }
  return found.subarray(0, count);
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
  const ofMeasured = heavyTail(valuesWhere(distances, true, uncapped), MIN_SUM_SCALE);
  const ofOthers = heavyTail(valuesWhere(distances, false, uncapped), MIN_SUM_SCALE);
  const rarities = new Float64Array(sums.length);
  for (let row = 0; row < sums.length; row++) {
    rarities[row] = distances[row]! >= 0 ? ofMeasured(sums[row]!) : ofOthers(sums[row]!);
  }
  return rarities;
}

function distanceScores(
  distances: Float32Array,
  scripts: RowFacts['scripts'],
): Oddness & { readonly uncapped: Float64Array } {
  const { nats: uncapped, typical } = oddness(distances, { scripts }, MIN_DISTANCE_SPREAD);
  // Where all rows are alike, small distances are rare, but near is near.
  const nats = uncapped.slice();
  for (let row = 0; row < nats.length; row++) {
    if (distances[row]! < MIN_FAR_DISTANCE) nats[row] = Math.min(nats[row]!, Math.LN2);
  }
  return { nats, typical, uncapped };
}
