/** The largest magnitude of what is rounded to 8 bits. */
export const LARGEST_VALUE = 127;

/**
 * Writes one row of an EmbeddingMatrix: the vector's direction in 8-bit steps, the largest magnitude being 127.
 * @param source the unnormalised vector, finite; not mutated
 * @param values the matrix's values, written from `offset` to offset + source.length
 * @returns 1 / ‖row‖₂ of the quantised row; 0 for a zero vector, whose row is zeros
 * @throws RangeError if the row does not fit into `values`, or `source` is not finite. O(dimensions).
 * The cosine with the vector itself is above 0.9998 for vectors whose entries are about normally distributed.
 */
export function quantizeRow(source: Float32Array, values: Int8Array, offset: number): number {
  checkFits(source, values, offset);
  // NaN, unlike in a comparison, comes through.
  let largest = 0;
  for (let i = 0; i < source.length; i++) largest = Math.max(largest, Math.abs(source[i]!));
  if (checkMagnitude(largest) === 0) {
    values.fill(0, offset, offset + source.length);
    return 0;
  }
  let squares = 0;
  const factor = LARGEST_VALUE / largest;
  // A branch on the sign, which no processor can guess, would take most of the time: the sign is −1 or 0 here.
  const bits = new Int32Array(source.buffer, source.byteOffset, source.length);
  for (let i = 0; i < source.length; i++) {
    // Rounds half away from zero: the conversion to an integer cuts off what is behind the point.
    const magnitude = (Math.abs(source[i]!) * factor + 0.5) | 0;
    const sign = bits[i]! >> 31;
    values[offset + i] = (magnitude ^ sign) - sign;
    squares += magnitude * magnitude;
  }
  return 1 / Math.sqrt(squares);
}

/** @throws RangeError if the row does not fit into `values` */
export function checkFits(source: Float32Array, values: Int8Array, offset: number): void {
  if (offset < 0 || offset + source.length > values.length) {
    throw new RangeError(
      `got offset ${offset}, expected 0 … ${values.length - source.length} for ${source.length} of ${values.length} values`,
    );
  }
}

/** @throws RangeError for the largest magnitude of a vector that is not finite */
export function checkMagnitude(largest: number): number {
  if (!Number.isFinite(largest)) {
    throw new RangeError(`got ${largest}, expected a finite vector`);
  }
  return largest;
}
