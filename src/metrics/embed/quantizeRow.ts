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
  for (const value of source) {
    if (!Number.isFinite(value)) throw new RangeError(`got ${value}, expected a finite vector`);
    largest = Math.max(largest, Math.abs(value));
  }
  if (largest === 0) {
    values.fill(0, offset, offset + source.length);
    return 0;
  }
  let squares = 0;
  for (let i = 0; i < source.length; i++) {
    const step = Math.round((source[i]! / largest) * largestValue);
    values[offset + i] = step;
    squares += step * step;
  }
  return 1 / Math.sqrt(squares);
}
