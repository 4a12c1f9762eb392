import { findDistinctRows } from '../../metrics/embed/distinctRows.ts';
import { selectRows, type EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { pairwiseCosines } from '../../metrics/macro/pairwiseCosines.ts';
import { facilityLocation } from '../../metrics/select/facilityLocation.ts';
import { kCentre } from '../../metrics/select/kCentre.ts';
import { coveredEvenly, kindCoverage } from '../../metrics/select/kindCoverage.ts';
import { lazyGreedy } from '../../metrics/select/lazyGreedy.ts';
import { novelSelect } from '../../metrics/select/novelSelect.ts';
import type { Objective } from '../../metrics/select/objective.ts';
import type { PickRequest, Picks } from '../../metrics/select/picks.ts';
import type { RowKinds } from '../../metrics/select/rowKinds.ts';
import {
  rowScores,
  weightedSum,
  type WeightedObjective,
} from '../../metrics/select/weightedSum.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

/** What the combined strategy looks for in the rows of a part, beside their meaning. */
export interface CombinedParts {
  readonly macro: number;
  readonly kinds: readonly { readonly kinds: RowKinds; readonly weight: number }[];
  /** [rows] each 0–1. */
  readonly scores: readonly { readonly scores: Float64Array; readonly weight: number }[];
}

export interface SelectPartParams {
  readonly strategy: 'facility-location' | 'k-centre' | 'novelsum' | 'combined';
  readonly matrix: EmbeddingMatrix;
  /** Rows of the matrix that are looked at: those to choose from, those chosen already, those to be represented besides. */
  readonly rows: Uint32Array;
  /** Places in `rows`. */
  readonly candidates: Uint32Array;
  readonly chosen: Uint32Array;
  readonly size: number;
  /** For `combined`. */
  readonly combined?: CombinedParts;
}

/** Chooses among a few thousand rows by their meanings, all compared with all. @returns picks as places in `rows` */
export function selectPart(
  { setup }: TaskContext,
  { strategy, matrix, rows, candidates, chosen, size, combined }: SelectPartParams,
): Picks {
  const checkpoint = () => throwIfCancelled(setup.cancelFlag);
  const part = selectRows(matrix, rows);
  const cosines = pairwiseCosines(part);
  checkpoint();
  const request: PickRequest = { candidates, chosen, size, checkpoint };
  switch (strategy) {
    case 'facility-location':
      return lazyGreedy(facilityLocation(cosines, part.rows), request);
    case 'k-centre':
      return kCentre(cosines, part.rows, request);
    case 'novelsum':
      return novelSelect(cosines, part.rows, findDistinctRows(part, 0).firstEqualRow, request);
    case 'combined':
      return lazyGreedy(combinedObjective(cosines, part.rows, combined!, request), request);
  }
}

/** Each part is worth its weight, or less, for the whole choice: facilities and kinds are told as shares of what all rows have. */
function combinedObjective(
  cosines: Float32Array,
  rows: number,
  { macro, kinds, scores }: CombinedParts,
  { candidates, chosen, size }: PickRequest,
): Objective {
  const picks = Math.max(1, Math.min(size, candidates.length) + chosen.length);
  return weightedSum([
    { objective: facilityLocation(cosines, rows), weight: macro / rows },
    ...kinds.map(({ kinds, weight }) => ({
      objective: kindCoverage(kinds, coveredEvenly),
      weight: weight / Math.max(1, valueOfAll(kindCoverage(kinds, coveredEvenly), rows)),
    })),
    ...scores.map(({ scores, weight }): WeightedObjective => ({
      objective: rowScores(scores),
      weight: weight / picks,
    })),
  ]);
}

function valueOfAll(objective: Objective, rows: number): number {
  let value = 0;
  for (let row = 0; row < rows; row++) {
    value += objective.gain(row);
    objective.add(row);
  }
  return value;
}
