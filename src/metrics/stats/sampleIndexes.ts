import { createRandom } from './random.ts';

/**
 * A simple random sample of indexes without replacement, ascending; all of them when `size` ≥ `count`.
 * Selection sampling (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S): O(count) time.
 */
export function sampleIndexes(count: number, size: number, seed: number): Uint32Array {
  const sample = new Uint32Array(Math.min(size, count));
  if (size >= count) {
    for (let index = 0; index < count; index++) sample[index] = index;
    return sample;
  }
  const random = createRandom(seed);
  let taken = 0;
  for (let index = 0; taken < size; index++) {
    if ((count - index) * random() < size - taken) sample[taken++] = index;
  }
  return sample;
}
