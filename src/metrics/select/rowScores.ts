import type { Objective } from './objective.ts';

/** What rows are worth by themselves, whatever else is chosen. @param scores ≥ 0, one per row */
export function rowScores(scores: Float64Array): Objective {
  return { gain: (row) => scores[row]!, add: () => undefined };
}
