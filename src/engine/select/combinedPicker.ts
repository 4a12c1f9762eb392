import { coveredEvenly, kindCoverage } from '../../metrics/select/kindCoverage.ts';
import { lazyGreedy } from '../../metrics/select/lazyGreedy.ts';
import type { Objective } from '../../metrics/select/objective.ts';
import type { PickRequest, Picks } from '../../metrics/select/picks.ts';
import { roomAboveRandom } from '../../metrics/select/roomAboveRandom.ts';
import { rowScores } from '../../metrics/select/rowScores.ts';
import { weightedSum } from '../../metrics/select/weightedSum.ts';
import type { FieldKinds } from './fieldKinds.ts';
import type { SelectWeights } from './selection.ts';

export interface CombinedParts {
  /** The levels of all fields. */
  readonly fields: readonly FieldKinds[];
  /** How long each row is among the others, 0–1. */
  readonly lengths: Float64Array;
  /** How close each row is to the reference, 0–1, where there is one. */
  readonly closeness?: Float64Array;
}

/**
 * Picks what adds most to a weighted sum of the aims: topics, task units and mid-band tokens evenly covered, long or short
 * rows, rows close to a reference. An aim counts in shares of what there is to gain by choosing for it alone, from a random
 * choice (0) to the best one (1): so equal weights are an equal say, whatever the figures of the aims are. The fields of a
 * level share its weight.
 */
export function combinedPicker(
  { fields, lengths, closeness }: CombinedParts,
  weights: SelectWeights,
): (request: PickRequest) => Picks {
  const isLong = weights.length > 0;
  const aims: { readonly weight: number; readonly objective: () => Objective }[] = [
    ...fields.map((kinds) => ({
      weight: weights[kinds.level] / fields.filter(({ level }) => level === kinds.level).length,
      objective: () => kindCoverage(kinds, coveredEvenly),
    })),
    {
      weight: Math.abs(weights.length),
      objective: () => rowScores(isLong ? lengths : lengths.map((share) => 1 - share)),
    },
    ...(closeness ? [{ weight: weights.reference, objective: () => rowScores(closeness) }] : []),
  ].filter(({ weight }) => weight > 0);
  return (request) =>
    lazyGreedy(
      weightedSum(
        aims.map(({ weight, objective }) => {
          const room = roomAboveRandom(objective, request);
          return { objective: objective(), weight: room === undefined ? 0 : weight / room };
        }),
      ),
      request,
    );
}
