import { quantile } from '../stats/quantile.ts';

export interface Quartiles {
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/**
 * Quartiles, see `quantile`.
 * @param values finite, at least one; not mutated
 * @throws RangeError for no values
 * O(n log n).
 */
export function quartiles(values: Float32Array | Float64Array): Quartiles {
  if (values.length === 0) throw new RangeError('got no values, expected at least one');
  const sorted = values.slice().sort();
  return { q1: quantile(sorted, 0.25), median: quantile(sorted, 0.5), q3: quantile(sorted, 0.75) };
}
