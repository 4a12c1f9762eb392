import { countLogCount } from './countLogCount.ts';
import type { KindSample } from './kindSample.ts';

/** Counts the occurrences of kinds in some of the rows of a sample. */
export interface RowTally {
  /** Adds a row; one may be added many times. */
  add(row: number): void;
  /** Occurrences in the rows added so far. */
  total(): number;
  /** Shannon entropy of the occurrences so far, in nats; 0 where there are none. */
  entropy(): number;
  clear(): void;
}

/** A tally over a sample. Adding costs its occurrences, the rest the kinds added so far, whatever the sample's size. */
export function rowTally({ values, offsets, occurrences }: KindSample): RowTally {
  const counts = new Uint32Array(occurrences.length);
  const seen = new Uint32Array(occurrences.length);
  let seenCount = 0;
  let total = 0;
  return {
    add(row) {
      const end = offsets[row + 1]!;
      for (let index = offsets[row]!; index < end; index++) {
        const kind = values[index]!;
        if (counts[kind]!++ === 0) seen[seenCount++] = kind;
      }
      total += end - offsets[row]!;
    },
    total: () => total,
    entropy() {
      if (total === 0) return 0;
      let sum = 0;
      for (let at = 0; at < seenCount; at++) sum += countLogCount(counts[seen[at]!]!);
      return Math.log(total) - sum / total;
    },
    clear() {
      for (let at = 0; at < seenCount; at++) counts[seen[at]!] = 0;
      seenCount = 0;
      total = 0;
    },
  };
}
