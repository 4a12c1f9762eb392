import type { Objective } from './objective.ts';

export interface WeightedObjective {
  readonly objective: Objective;
  /** ≥ 0 */
  readonly weight: number;
}

/** A sum of objectives. @throws RangeError for a weight below 0, with which a gain could rise */
export function weightedSum(parts: readonly WeightedObjective[]): Objective {
  for (const { weight } of parts) {
    if (!(weight >= 0)) throw new RangeError(`got the weight ${weight}, expected a number ≥ 0`);
  }
  const counted = parts.filter(({ weight }) => weight > 0);
  return {
    gain: (row) =>
      counted.reduce((sum, { objective, weight }) => sum + weight * objective.gain(row), 0),
    add(row) {
      for (const { objective } of counted) objective.add(row);
    },
  };
}
