/**
 * A quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996, the default of R and NumPy).
 * @param sorted ascending, at least one
 * @param share 0–1
 * @param scale a rising function, for the quantile of what it makes of the values
 */
export function quantile(
  sorted: Uint32Array | Float32Array | Float64Array,
  share: number,
  scale = (value: number) => value,
): number {
  const place = share * (sorted.length - 1);
  const below = scale(sorted[Math.floor(place)]!);
  const above = scale(sorted[Math.ceil(place)]!);
  return below + (place % 1) * (above - below);
}
