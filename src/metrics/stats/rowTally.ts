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
  /** The entropy without these rows, each of which was added; the tally stays as it is. */
  entropyWithout(rows: readonly number[]): number;
  clear(): void;
}

/** A tally over a sample. Adding or leaving out costs a row's occurrences, the rest the kinds so far, whatever the sample's size. */
export function rowTally({ values, offsets, occurrences }: KindSample): RowTally {
  const counts = new Uint32Array(occurrences.length);
  const seen = new Uint32Array(occurrences.length);
  let seenCount = 0;
  let total = 0;
  const sumOfLogs = () => {
    let sum = 0;
    for (let at = 0; at < seenCount; at++) sum += countLogCount(counts[seen[at]!]!);
    return sum;
  };
  /** Undefined once a row is added: only what leaves rows out asks again and again. */
  let known: number | undefined;
  return {
    add(row) {
      const end = offsets[row + 1]!;
      for (let index = offsets[row]!; index < end; index++) {
        const kind = values[index]!;
        if (counts[kind]!++ === 0) seen[seenCount++] = kind;
      }
      total += end - offsets[row]!;
      known = undefined;
    },
    total: () => total,
    entropy: () => entropyOf((known ??= sumOfLogs()), total),
    entropyWithout(rows) {
      known ??= sumOfLogs();
      let sum = known;
      let left = total;
      for (const row of rows) {
        const end = offsets[row + 1]!;
        for (let index = offsets[row]!; index < end; index++) {
          const count = counts[values[index]!]!--;
          sum += countLogCount(count - 1) - countLogCount(count);
        }
        left -= end - offsets[row]!;
      }
      for (const row of rows) {
        const end = offsets[row + 1]!;
        for (let index = offsets[row]!; index < end; index++) counts[values[index]!]!++;
      }
      return entropyOf(sum, left);
    },
    clear() {
      for (let at = 0; at < seenCount; at++) counts[seen[at]!] = 0;
      seenCount = 0;
      total = 0;
      known = undefined;
    },
  };
}

function entropyOf(sumOfLogs: number, total: number): number {
  return total === 0 ? 0 : Math.log(total) - sumOfLogs / total;
}
