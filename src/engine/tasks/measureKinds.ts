import { diversityAtRows, type DiversityAtRows } from '../../metrics/compare/diversityAtRows.ts';
import { kindSample } from '../../metrics/stats/kindSample.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import type { TaskContext } from '../taskContext.ts';

export interface MeasureKindsParams {
  readonly column: TokenColumn;
  readonly kinds: number;
  /** At most those of the column. */
  readonly rows: number;
  readonly seed: number;
}

/** What `rows` rows of a file would show; undefined where that is fewer than two, or it has no kind. */
export function measureKinds(
  _context: TaskContext,
  { column: { values, offsets }, kinds, rows, seed }: MeasureKindsParams,
): DiversityAtRows | undefined {
  return diversityAtRows(kindSample(values, offsets, kinds), rows, { seed });
}
