import { lowerBound } from '../stats/bounds.ts';

export interface TailOptions {
  /** Share of the rows in the tail, which is extrapolated. */
  readonly tail: number;
  /** The tail falls by a factor of e within so much of the score, at least. */
  readonly minScale: number;
}

const MIDDLE = 0.5;

/**
 * How rare each score is among all: −ln of the share of rows that score at least as high. Below the tail that is the
 * empirical share (ties share their mean rank). In the tail, where strangers may stand, it is extrapolated from the rows
 * below: it falls exponentially, as fast as between the median and the tail's start. So one row far beyond all others is
 * rarer than one in the number of rows, and strangers do not raise the limit for one another.
 * @param scores finite; not mutated
 * @returns [scores]: nats > 0, never falling with the score
 * O(n log n).
 */
export function tailSurprise(scores: Float64Array, { tail, minScale }: TailOptions): Float64Array {
  const count = scores.length;
  const surprise = new Float64Array(count);
  if (count === 0) return surprise;
  const sorted = scores.toSorted();
  const quantile = (share: number) => sorted[Math.ceil(share * count) - 1]!;
  const start = quantile(1 - tail);
  const fall = (start - quantile(MIDDLE)) / Math.log(MIDDLE / tail);
  const scale = Math.max(minScale, fall);
  const nats = new Float64Array(count);
  for (let from = 0; from < count;) {
    const score = sorted[from]!;
    let to = from + 1;
    while (to < count && sorted[to] === score) to++;
    const share = 1 - (from + to) / 2 / count;
    const ofScore =
      score > start ? (score - start) / scale - Math.log(tail) : -Math.log(Math.max(tail, share));
    for (; from < to; from++) nats[from] = ofScore;
  }
  for (let i = 0; i < count; i++) surprise[i] = nats[lowerBound(sorted, scores[i]!)]!;
  return surprise;
}
