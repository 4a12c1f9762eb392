import { countLogCount, countLogCountLoss } from './countLogCount.ts';
import type { KindSample } from './kindSample.ts';

/** Counts the occurrences of kinds in some of the rows of a sample. */
export interface RowTally {
  /** Adds the rows order[from], … below `to`; one may be added many times. */
  addRows(order: Uint32Array, from: number, to: number): void;
  /** Occurrences in the rows added so far. */
  total(): number;
  /** Shannon entropy of the occurrences so far, in nats; 0 where there are none. */
  entropy(): number;
  /** The entropy without the rows order[first], order[first + step], … below `end`, all of them added; the tally stays. */
  entropyWithout(order: Uint32Array, first: number, end: number, step: number): number;
  clear(): void;
}

/**
 * A tally over a sample. Adding or leaving out costs a row's occurrences, the rest the kinds so
 * far, whatever the sample's size.
 */
export function rowTally(sample: KindSample): RowTally {
  const counts = new Uint32Array(sample.occurrences.length);
  /** The kinds added so far, and room for one more. */
  const seen = new Uint32Array(sample.occurrences.length + 1);
  let seenCount = 0;
  let total = 0;
  /** Undefined once a row is added: only what leaves rows out asks again and again. */
  let known: number | undefined;
  return {
    addRows(order, from, to) {
      seenCount = countRows(sample, order, from, to, counts, seen, seenCount);
      total += lengthOf(sample, order, from, to);
      known = undefined;
    },
    total: () => total,
    entropy: () => entropyOf((known ??= sumOfLogs(counts, seen, seenCount)), total),
    entropyWithout(order, first, end, step) {
      known ??= sumOfLogs(counts, seen, seenCount);
      const left = takeRows(sample, order, first, end, step, counts, known);
      putRowsBack(sample, order, first, end, step, counts);
      return entropyOf(left.sumOfLogs, total - left.taken);
    },
    clear() {
      clearCounts(counts, seen, seenCount);
      seenCount = 0;
      total = 0;
      known = undefined;
    },
  };
}

// What is done for each row stands outside of the tally, so that it is not compiled anew for each.

/**
 * Counts the occurrences in rows, and puts kinds that were not counted before behind those seen;
 * returns how many these are.
 */
function countRows(
  { values, starts, ends }: KindSample,
  order: Uint32Array,
  from: number,
  to: number,
  counts: Uint32Array,
  seen: Uint32Array,
  seenBefore: number,
): number {
  let seenCount = seenBefore;
  for (let at = from; at < to; at++) {
    const end = ends[order[at]!]!;
    for (let index = starts[order[at]!]!; index < end; index++) {
      const kind = values[index]!;
      const count = counts[kind]!;
      counts[kind] = count + 1;
      // No branch: whether a kind came before is known late, and hard to guess.
      seen[seenCount] = kind;
      seenCount += (count - 1) >>> 31;
    }
  }
  return seenCount;
}

/** Occurrences in rows. */
function lengthOf(
  { starts, ends }: KindSample,
  order: Uint32Array,
  from: number,
  to: number,
): number {
  let length = 0;
  for (let at = from; at < to; at++) length += ends[order[at]!]! - starts[order[at]!]!;
  return length;
}

/** Takes rows out of the counts; returns what is left of the sum of their logarithms, and how many occurrences were taken. */
function takeRows(
  { values, starts, ends }: KindSample,
  order: Uint32Array,
  first: number,
  end: number,
  step: number,
  counts: Uint32Array,
  sumBefore: number,
) {
  let sumOfLogs = sumBefore;
  let taken = 0;
  for (let at = first; at < end; at += step) {
    const from = starts[order[at]!]!;
    const to = ends[order[at]!]!;
    for (let index = from; index < to; index++) {
      sumOfLogs += countLogCountLoss(counts[values[index]!]!--);
    }
    taken += to - from;
  }
  return { sumOfLogs, taken };
}

function putRowsBack(
  { values, starts, ends }: KindSample,
  order: Uint32Array,
  first: number,
  end: number,
  step: number,
  counts: Uint32Array,
): void {
  for (let at = first; at < end; at += step) {
    const to = ends[order[at]!]!;
    for (let index = starts[order[at]!]!; index < to; index++) counts[values[index]!]!++;
  }
}

function clearCounts(counts: Uint32Array, seen: Uint32Array, seenCount: number): void {
  for (let at = 0; at < seenCount; at++) counts[seen[at]!] = 0;
}

/** Of the counts of the first kinds seen. */
function sumOfLogs(counts: Uint32Array, seen: Uint32Array, seenCount: number): number {
  let sum = 0;
  for (let at = 0; at < seenCount; at++) sum += countLogCount(counts[seen[at]!]!);
  return sum;
}

function entropyOf(sumOfLogs: number, total: number): number {
  return total === 0 ? 0 : Math.log(total) - sumOfLogs / total;
}
