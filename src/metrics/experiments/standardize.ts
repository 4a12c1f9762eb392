/** A column of numbers about its mean, in its own standard deviations. */
export interface StandardizedColumn {
  /** Mean 0, standard deviation 1; all 0 where the column is constant. */
  readonly values: Float64Array;
  readonly mean: number;
  /** With n − 1 in the denominator; 0 where the column is constant. */
  readonly standardDeviation: number;
}

/** A spread below this share of the largest value is rounding. */
const ROUNDING = 1e-12;

/**
 * @param column finite numbers, at least one; not mutated
 * @throws RangeError for an empty column
 * O(n). The mean is corrected by the mean of what remains, so that large offsets cost no digits.
 */
export function standardize(column: Float64Array): StandardizedColumn {
  if (column.length === 0) throw new RangeError('got an empty column, expected one number or more');
  const rough = average(column);
  const mean = rough + average(column.map((value) => value - rough));
  const centred = column.map((value) => value - mean);
  let squares = 0;
  let largest = 0;
  for (const [i, value] of centred.entries()) {
    squares += value * value;
    largest = Math.max(largest, Math.abs(column[i]!));
  }
  const standardDeviation = column.length > 1 ? Math.sqrt(squares / (column.length - 1)) : 0;
  if (standardDeviation <= ROUNDING * largest) {
    return { values: new Float64Array(column.length), mean, standardDeviation: 0 };
  }
  return { values: centred.map((value) => value / standardDeviation), mean, standardDeviation };
}

function average(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
