import type { Random } from './random.ts';

/**
 * The numbers 0 … count − 1 in random order, all orders equally likely (Fisher & Yates as by Durstenfeld 1964).
 * O(count) time.
 */
export function permutation(count: number, random: Random): Uint32Array {
  const order = new Uint32Array(count);
  for (let index = 1; index < count; index++) order[index] = index;
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
  return order;
}
