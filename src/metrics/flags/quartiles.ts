export interface Quartiles {
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/**
 * Quartiles by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996, numpy's default).
 * @param values finite, at least one; not mutated
 * @throws RangeError for no values
 * O(n log n).
 */
export function quartiles(values: Float32Array | Float64Array): Quartiles {
  if (values.length === 0) throw new RangeError('got no values, expected at least one');
  const sorted = values.slice().sort();
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)]!;
    return low + (place % 1) * (sorted[Math.ceil(place)]! - low);
  };
  return { q1: at(0.25), median: at(0.5), q3: at(0.75) };
}
