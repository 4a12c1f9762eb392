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
