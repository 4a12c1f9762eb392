import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import {
  diversityDifference,
  type DiversityDifference,
} from '../../metrics/compare/diversityDifference.ts';
import { kindSample } from '../../metrics/stats/kindSample.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import type { TaskContext } from '../taskContext.ts';

export interface CompareDiversityParams {
  readonly columns: InBoth<TokenColumn>;
  readonly kinds: number;
  readonly seed: number;
}

/** Which of two files is more diverse at equal rows; undefined where one has fewer than two rows, or no kind. */
export function compareDiversity(
  _context: TaskContext,
  { columns, kinds, seed }: CompareDiversityParams,
): DiversityDifference | undefined {
  const sampleOf = ({ values, offsets }: TokenColumn) => kindSample(values, offsets, kinds);
  return diversityDifference(sampleOf(columns.dataset), sampleOf(columns.reference), { seed });
}
