const largestValue = 127;

/**
 * Writes one row of an EmbeddingMatrix: the vector's direction in 8-bit steps, the largest magnitude being 127.
 * @param source the unnormalised vector, finite; not mutated
 * @param values the matrix's values, written from `offset` to offset + source.length
 * @returns 1 / ‖row‖₂ of the quantised row; 0 for a zero vector, whose row is zeros
 * @throws RangeError if the row does not fit into `values`, or `source` is not finite. O(dimensions).
 * The cosine with the vector itself is above 0.9998 for vectors whose entries are about normally distributed.
 */
export function quantizeRow(source: Float32Array, values: Int8Array, offset: number): number {
  if (offset < 0 || offset + source.length > values.length) {
    throw new RangeError(
      `got offset ${offset}, expected 0 … ${values.length - source.length} for ${source.length} of ${values.length} values`,
    );
  }
  let largest = 0;
  let sum = 0;
  for (let i = 0; i < source.length; i++) {
    const magnitude = Math.abs(source[i]!);
    sum += magnitude;
    if (magnitude > largest) largest = magnitude;
  }
  // The sum of the magnitudes is finite only if all entries are.
  if (!Number.isFinite(sum)) throw new RangeError(`got ${sum}, expected a finite vector`);
  if (largest === 0) {
    values.fill(0, offset, offset + source.length);
    return 0;
  }
  let squares = 0;
  const factor = largestValue / largest;
  for (let i = 0; i < source.length; i++) {
    const scaled = source[i]! * factor;
    // Rounds half away from zero: the conversion to an integer cuts off what is behind the point.
    const step = (scaled < 0 ? scaled - 0.5 : scaled + 0.5) | 0;
    values[offset + i] = step;
    squares += step * step;
  }
  return 1 / Math.sqrt(squares);
}
