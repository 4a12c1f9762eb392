import { gainHeap } from './gainHeap.ts';
import type { Objective } from './objective.ts';
import type { PickRequest, Picks } from './picks.ts';

const CHECKED_EVERY = 256;

/**
 * Picks rows one by one, each time the one that adds most to what is chosen (of equals the first candidate). The gain
 * that a row had earlier bounds the one that it has now, so that only rows near the top are looked at again; the choice is
 * that of the plain greedy algorithm.
 * @param objective to which `chosen` are added first
 * @param least gains below it end the picking
 * @returns a choice worth at least 1 − 1/e (63 %) of the best of its size, for any monotone submodular objective
 * (Nemhauser, Wolsey & Fisher 1978)
 * O(candidates) evaluations at first, then a few for each pick. Deterministic.
 * @see Minoux (1978), "Accelerated greedy algorithms for maximizing submodular set functions"
 */
export function lazyGreedy(
  objective: Objective,
  { candidates, chosen, size, checkpoint }: PickRequest,
  least = 0,
): Picks {
  for (const row of chosen) objective.add(row);
  let evaluations = 0;
  const gainOf = (place: number): number => {
    if (++evaluations % CHECKED_EVERY === 0) checkpoint?.();
    return objective.gain(candidates[place]!);
  };
  const heap = gainHeap(Float64Array.from(candidates.keys(), gainOf));
  const rows: number[] = [];
  const gains: number[] = [];
  /** Picks made when a place was last evaluated. */
  const evaluatedAt = new Uint32Array(candidates.length);
  while (rows.length < size && heap.size > 0) {
    const place = heap.first;
    if (evaluatedAt[place] !== rows.length) {
      evaluatedAt[place] = rows.length;
      heap.replaceFirst(gainOf(place));
      continue;
    }
    if (heap.firstGain < least) break;
    gains.push(heap.firstGain);
    rows.push(candidates[place]!);
    objective.add(candidates[place]!);
    heap.removeFirst();
  }
  return { rows: Uint32Array.from(rows), gains: Float64Array.from(gains) };
}
