import type { Random } from './random.ts';

/**
 * Brings `count` randomly drawn entries to the front of an array, in random order; the others follow. Called again and again
 * on one array, each call gives a fresh draw. The first `count` steps of Fisher & Yates.
 * @param entries reordered in place
 * @param count 0 … entries.length
 * O(count) time.
 */
export function drawFirst(entries: Uint32Array, count: number, random: Random): void {
  for (let place = 0; place < count; place++) {
    const other = place + Math.floor(random() * (entries.length - place));
    const kept = entries[other]!;
    entries[other] = entries[place]!;
    entries[place] = kept;
  }
}
