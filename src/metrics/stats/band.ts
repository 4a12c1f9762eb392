/** The mean of several draws, and the lowest and highest of them. */
export interface Band {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** @param values one for each draw, at least one */
export function bandOf(values: readonly number[]): Band {
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    low: Math.min(...values),
    high: Math.max(...values),
  };
}

/** Sums of the same numbers in another order differ by less than this share. */
const ROUNDING = 1e-9;

/** Where a value stands beside a band; at its edges, but for rounding, it is within. @param value ≥ 0, as the band */
export function besideBand(value: number, { low, high }: Band): 'above' | 'below' | 'within' {
  if (value > high * (1 + ROUNDING)) return 'above';
  return value < low * (1 - ROUNDING) ? 'below' : 'within';
}
