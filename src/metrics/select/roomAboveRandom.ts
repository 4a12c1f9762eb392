import { lazyGreedy } from './lazyGreedy.ts';
import type { Objective } from './objective.ts';
import type { PickRequest } from './picks.ts';

/** Candidates of which the choices are made. */
const SAMPLE_ROWS = 4_096;
/** Share of the greedy choice's value below which there is no room. */
const ROUNDING = 1e-9;

/**
 * How much more the greedy choice of a size is worth than a random one: what there is to gain by choosing. Told by the
 * first 4,096 candidates, of which, and of the rows chosen before, the same share is taken as of all.
 * @param objective makes a new one, with nothing added
 * @param request whose candidates are in random order
 * @returns ≥ 0; undefined where there is nothing to gain, such as where all rows are of one kind
 * O(4,096 evaluations at first, then a few for each pick). Deterministic.
 */
export function roomAboveRandom(
  objective: () => Objective,
  { candidates, chosen, size, checkpoint }: PickRequest,
): number | undefined {
  const share = Math.min(1, SAMPLE_ROWS / candidates.length);
  const part = (count: number) => Math.round(share * count);
  const sample: PickRequest = {
    candidates: candidates.subarray(0, SAMPLE_ROWS),
    chosen: chosen.subarray(0, part(chosen.length)),
    size: Math.max(1, part(size)),
    ...(checkpoint && { checkpoint }),
  };
  const best = sumOf(lazyGreedy(objective(), sample).gains);
  const room = best - gainOf(objective(), sample);
  return room > ROUNDING * best ? room : undefined;
}

/** What the first candidates add to the rows chosen before. */
function gainOf(objective: Objective, { candidates, chosen, size }: PickRequest): number {
  for (const row of chosen) objective.add(row);
  return candidates.subarray(0, size).reduce((sum, row) => {
    const gain = objective.gain(row);
    objective.add(row);
    return sum + gain;
  }, 0);
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
