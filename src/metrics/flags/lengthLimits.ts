import { quantile } from '../stats/quantile.ts';

export interface LengthLimits {
  /** Tokens; fewer than `low` and more than `high` are unusual. */
  readonly low: number;
  readonly high: number;
  readonly median: number;
  /** Rows with the field, and of these the unusually long or short ones. */
  readonly rows: number;
  readonly unusual: number;
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
  const sorted = tokenCounts.slice().sort();
  let first = 0;
  while (sorted[first] === 0) first++;
  const counts = sorted.subarray(first);
  const rows = counts.length;
  if (rows < MIN_ROWS) return undefined;
  const q1 = quantile(counts, 0.25, Math.log);
  const q3 = quantile(counts, 0.75, Math.log);
  const margin = IQR_FACTOR * Math.max(MIN_IQR, q3 - q1);
  const low = Math.exp(q1 - margin);
  const high = Math.exp(q3 + margin);
  let short = 0;
  while (counts[short]! < low) short++;
  let long = 0;
  while (counts[rows - 1 - long]! > high) long++;
  return { low, high, median: quantile(counts, 0.5), rows, unusual: short + long };
}
