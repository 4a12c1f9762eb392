import { hashedColumn, hashedSign, mix } from './hashedFeature.ts';
import { dampedCount } from './tokenWeights.ts';

const slotBits = 17;
const longestNgram = 3;

/** Counts the character n-grams of one text's unspaced runs. */
export interface NgramCounter {
  /** Counts the 1-, 2- and 3-grams of text[start … end). */
  count(text: string, start: number, end: number): void;
  /** Adds what was counted to the hashed half, and forgets it. */
  flushTo(hashed: Float64Array): void;
}

/**
 * @param weights [65,536] how much a code unit tells; an n-gram tells the mean of its units
 * Two n-grams that share one of 2¹⁷ slots are counted together, under the first one's column and weight.
 */
export function createNgramCounter(weights: Float32Array): NgramCounter {
  const counts = new Uint32Array(1 << slotBits);
  const hashes = new Int32Array(1 << slotBits);
  const ngramWeights = new Float32Array(1 << slotBits);
  let touched = new Uint32Array(4096);
  let touchedCount = 0;

  return {
    count(text, start, end) {
      for (let i = start; i < end; i++) {
        let hash = 0x811c9dc5;
        let weight = 0;
        for (let n = 1; n <= longestNgram && i + n <= end; n++) {
          const unit = text.charCodeAt(i + n - 1);
          hash = Math.imul(hash ^ unit, 0x01000193);
          weight += weights[unit]!;
          const mixed = mix(hash);
          const slot = mixed >>> (32 - slotBits);
          if (counts[slot]! > 0) {
            counts[slot]!++;
            continue;
          }
          if (touchedCount === touched.length) {
            const longer = new Uint32Array(2 * touched.length);
            longer.set(touched);
            touched = longer;
          }
          touched[touchedCount++] = slot;
          counts[slot] = 1;
          hashes[slot] = mixed;
          ngramWeights[slot] = weight / n;
        }
      }
    },
    flushTo(hashed) {
      for (let t = 0; t < touchedCount; t++) {
        const slot = touched[t]!;
        const hash = hashes[slot]!;
        hashed[hashedColumn(hash)]! +=
          hashedSign(hash) * ngramWeights[slot]! * dampedCount(counts[slot]!);
        counts[slot] = 0;
      }
      touchedCount = 0;
    },
  };
}
