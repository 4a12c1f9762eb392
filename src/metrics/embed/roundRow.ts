import { LARGEST_VALUE } from './quantizeRow.ts';

/**
 * Rounds a vector to 8 bits, the largest magnitude being 127.
 * @param vector finite; not mutated
 * @param target overwritten, as long as the vector
 * @returns the unit: vector ≈ unit · target; 0 for a zero vector, whose target is zeros
 */
export function roundRow(vector: Float64Array, target: Int8Array): number {
  let largest = 0;
  for (let k = 0; k < vector.length; k++) largest = Math.max(largest, Math.abs(vector[k]!));
  if (largest === 0) {
    target.fill(0);
    return 0;
  }
  const factor = LARGEST_VALUE / largest;
  for (let k = 0; k < vector.length; k++) target[k] = Math.round(vector[k]! * factor);
  return 1 / factor;
}
