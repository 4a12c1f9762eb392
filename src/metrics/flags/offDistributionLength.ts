import { quartiles } from './quartiles.ts';

export interface LengthLimits {
  /** Tokens; fewer than `low` and more than `high` are unusual. */
  readonly low: number;
  readonly high: number;
  readonly median: number;
}

const MIN_ROWS = 20;
const IQR_FACTOR = 3;
/** Where most rows are equally long, still only almost six times that length is unusual. */
const MIN_IQR = Math.log(1.8);

/**
 * Limits of usual length: lengths spread by factors, so it is their logarithms that are compared, with Q1 − 3 · IQR and
 * Q3 + 3 · IQR (Tukey's far-out fences; about one row in 500,000 where logarithms are normal). The IQR counts as ln 1.8 at
 * least.
 * @param tokenCounts tokens of each row; rows with 0 do not have the field and are left out
 * @returns undefined for fewer than 20 rows with the field
 * @see Tukey (1977), Exploratory Data Analysis, 2C
 */
export function lengthLimits(tokenCounts: Uint32Array): LengthLimits | undefined {
  const counts = new Float64Array(tokenCounts.filter((count) => count > 0));
  if (counts.length < MIN_ROWS) return undefined;
  const { q1, q3 } = quartiles(counts.map((count) => Math.log(count)));
  const margin = IQR_FACTOR * Math.max(MIN_IQR, q3 - q1);
  return {
    low: Math.exp(q1 - margin),
    high: Math.exp(q3 + margin),
    median: quartiles(counts).median,
  };
}
