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
  /** Sum of the weights of the occurrences so far, row after row; 0 where kinds have none. */
  weight(): number;
  /** The entropy without the rows order[first], order[first + step], … below `end`, all of them added; the tally stays. */
  entropyWithout(order: Uint32Array, first: number, end: number, step: number): number;
  clear(): void;
}

/**
 * A tally over a sample. Adding or leaving out costs a row's occurrences, the rest the kinds so far, whatever the sample's size.
 * @param weights of the kinds
 */
export function rowTally(
  { values, offsets, occurrences }: KindSample,
  weights?: Float64Array,
): RowTally {
  const counts = new Uint32Array(occurrences.length);
  const seen = new Uint32Array(occurrences.length);
  let seenCount = 0;
  let total = 0;
  let weight = 0;
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
      if (weights === undefined) return;
      let weightOfRow = 0;
      for (let index = offsets[row]!; index < end; index++) {
        weightOfRow += weights[values[index]!]!;
      }
      weight += weightOfRow;
    },
    total: () => total,
    weight: () => weight,
    entropy: () => entropyOf((known ??= sumOfLogs()), total),
    entropyWithout(order, first, end, step) {
      let sum = (known ??= sumOfLogs());
      let left = total;
      for (let at = first; at < end; at += step) {
        const from = offsets[order[at]!]!;
        const to = offsets[order[at]! + 1]!;
        for (let index = from; index < to; index++) {
          const count = counts[values[index]!]!--;
          sum += countLogCount(count - 1) - countLogCount(count);
        }
        left -= to - from;
      }
      for (let at = first; at < end; at += step) {
        const to = offsets[order[at]! + 1]!;
        for (let index = offsets[order[at]!]!; index < to; index++) counts[values[index]!]!++;
      }
      return entropyOf(sum, left);
    },
    clear() {
      for (let at = 0; at < seenCount; at++) counts[seen[at]!] = 0;
      seenCount = 0;
      total = 0;
      weight = 0;
      known = undefined;
    },
  };
}

function entropyOf(sumOfLogs: number, total: number): number {
  return total === 0 ? 0 : Math.log(total) - sumOfLogs / total;
}
