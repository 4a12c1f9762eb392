import { growMemory, instantiateKernels } from './kernelInstance.ts';
import type { RowStore } from './rowStore.ts';
import { dampedCount } from './tokenWeights.ts';
import {
  COUNT,
  ENTRIES,
  ENTRIES_IN_RECORD,
  FIRST_ENTRY_BYTE,
  HASH,
  HASHED_FACTOR,
  MEMORY_BYTES,
  MOST_WORDS,
  OTHER_HASH,
  RECORD,
  RECORDS,
  REST,
  RESTS,
  ROWS,
  STATIC_FACTOR,
} from './wordMemory.ts';
import { compiledWordSums, plainWordSums, type WordSums } from './wordSums.ts';
import { staticColumns, type WordVectors } from './wordVectors.ts';

/**
 * Numbers distinct words from 0, in the order in which they come, and keeps what the embedder needs to know of each: its
 * row of the static half, and all else in one line of the cache. A word is known by 64 bits of hash: two different ones are
 * taken for one with probability 2⁻⁶⁴.
 */
export interface WordTable {
  /**
   * Counts one occurrence of each of the words [from, to).
   * @returns the first that could not be counted, as it was not met yet or so many are met already; `to` where all were
   */
  count(hashes: Int32Array, otherHashes: Int32Array, from: number, to: number): number;
  /**
   * Takes in a word not met yet, without an occurrence.
   * @throws RangeError beyond MOST_WORDS
   */
  add(hash: number, otherHash: number, vectors: Readonly<WordVectors>): void;
  size(): number;
  clear(): void;
  /** Distinct words that were counted since they were forgotten. */
  metCount(): number;
  forgetMet(): void;
  /**
   * Of the words met, in order, the first of them being `from`: their numbers, and what the rows of each are to be multiplied
   * by. Their occurrences are forgotten.
   */
  weigh(
    from: number,
    count: number,
    numbers: Uint32Array,
    staticFactors: Float64Array,
    hashedFactors: Float64Array,
  ): void;
  /** The rows by the words’ numbers. */
  readonly staticRows: Pick<RowStore, 'sumRows'>;
  readonly hashedRows: Pick<RowStore, 'sumRows'>;
}

/** A longer text is taken part by part, so that what is kept of its words stays small. */
export const DISTINCT_WORDS_AT_ONCE = 16_384;

const SLOT_BITS = 16;
const SLOT_MASK = (1 << SLOT_BITS) - 1;

export function createWordTable(): WordTable {
  const kernels = instantiateKernels();
  if (kernels === undefined) return createPlainWordTable();
  const buffer = growMemory(kernels, MEMORY_BYTES);
  return wordTableIn(buffer, compiledWordSums(buffer, kernels));
}

/** The twin in plain TypeScript: what the compiled table must equal bit for bit, and what runs without WebAssembly. */
export function createPlainWordTable(): WordTable {
  const buffer = new ArrayBuffer(MEMORY_BYTES);
  return wordTableIn(buffer, plainWordSums(buffer));
}

function wordTableIn(buffer: ArrayBuffer, { sumStatic, sumHashed }: WordSums): WordTable {
  /** Number plus 1, 0 where free: small enough to stay in the second cache. */
  const slots = new Uint16Array(1 << SLOT_BITS);
  const integers = new Int32Array(buffer, RECORDS, RECORD * MOST_WORDS);
  const factors = new Float32Array(buffer, RECORDS, RECORD * MOST_WORDS);
  const bytes = new Int8Array(buffer);
  let restEnd = RESTS;
  let size = 0;
  const met = new Uint32Array(DISTINCT_WORDS_AT_ONCE);
  let metCount = 0;

  return {
    count(hashes, otherHashes, from, to) {
      let known = metCount;
      let i = from;
      for (; i < to; i++) {
        const hash = hashes[i]!;
        const otherHash = otherHashes[i]!;
        let slot = (hash ^ (hash >>> SLOT_BITS)) & SLOT_MASK;
        let at = (slots[slot]! - 1) * RECORD;
        while (
          at >= 0 &&
          (integers[at + HASH] !== hash || integers[at + OTHER_HASH] !== otherHash)
        ) {
          slot = (slot + 1) & SLOT_MASK;
          at = (slots[slot]! - 1) * RECORD;
        }
        if (at < 0 || known === DISTINCT_WORDS_AT_ONCE) break;
        const count = integers[at + COUNT]!;
        integers[at + COUNT] = count + 1;
        // No branch: whether a word came before in its text is known late, and hard to guess.
        met[known] = (at / RECORD) | 0;
        known += (count - 1) >>> 31;
      }
      metCount = known;
      return i;
    },
    add(hash, otherHash, { staticFactor, hashedFactor, staticRow, hashedRow }) {
      if (size === MOST_WORDS) throw new RangeError(`got more than ${MOST_WORDS} words`);
      let slot = (hash ^ (hash >>> SLOT_BITS)) & SLOT_MASK;
      while (slots[slot] !== 0) slot = (slot + 1) & SLOT_MASK;
      const at = size * RECORD;
      bytes.set(staticRow, ROWS + size * staticColumns);
      slots[slot] = ++size;
      integers[at + HASH] = hash;
      integers[at + OTHER_HASH] = otherHash;
      integers[at + COUNT] = 0;
      factors[at + STATIC_FACTOR] = staticFactor;
      factors[at + HASHED_FACTOR] = hashedFactor;
      integers[at + ENTRIES] = hashedRow.count;
      integers[at + REST] = restEnd;
      let byte = RECORDS + 4 * at + FIRST_ENTRY_BYTE;
      for (let entry = 0; entry < hashedRow.count; entry++) {
        if (entry === ENTRIES_IN_RECORD) byte = restEnd;
        bytes[byte++] = hashedRow.columns[entry]!;
        bytes[byte++] = hashedRow.values[entry]!;
      }
      if (hashedRow.count > ENTRIES_IN_RECORD) restEnd = byte;
    },
    size: () => size,
    clear() {
      slots.fill(0);
      size = 0;
      restEnd = RESTS;
    },
    metCount: () => metCount,
    forgetMet() {
      metCount = 0;
    },
    weigh(from, count, numbers, staticFactors, hashedFactors) {
      for (let i = 0; i < count; i++) {
        const number = met[from + i]!;
        const at = number * RECORD;
        const damped = dampedCount(integers[at + COUNT]!);
        integers[at + COUNT] = 0;
        numbers[i] = number;
        staticFactors[i] = factors[at + STATIC_FACTOR]! * damped;
        hashedFactors[i] = factors[at + HASHED_FACTOR]! * damped;
      }
    },
    staticRows: { sumRows: sumStatic },
    hashedRows: { sumRows: sumHashed },
  };
}
