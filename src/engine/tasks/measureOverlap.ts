import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { drawRows } from '../../metrics/compare/drawRows.ts';
import { mauveOfRows, type MauveOfRows } from '../../metrics/compare/mauveOfRows.ts';
import {
  maximumMeanDiscrepancy,
  type MaximumMeanDiscrepancy,
} from '../../metrics/compare/maximumMeanDiscrepancy.ts';
import { unitPoints } from '../../metrics/compare/points.ts';
import {
  BALL_ROWS,
  precisionRecallDensityCoverage,
  type PrecisionRecallDensityCoverage,
} from '../../metrics/compare/precisionRecallDensityCoverage.ts';
import { meaningfulRows, type EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface MeasureOverlapParams extends InBoth<EmbeddingMatrix> {
  readonly seed: number;
}

/** How far the meanings of two files cover each other. */
export interface Overlap {
  readonly discrepancy: MaximumMeanDiscrepancy;
  /** The reference's rows are the real ones. */
  readonly balls: PrecisionRecallDensityCoverage;
  readonly mauve: MauveOfRows;
}

/** Rows of each file whose balls are compared at most; as many of both, or the figures could not be read. */
const BALLS_COMPARED = 2_500;

/** Undefined where a file has too few rows with a meaning. */
export function measureOverlap(
  { setup }: TaskContext,
  { dataset, reference, seed }: MeasureOverlapParams,
): Overlap | undefined {
  const checkpoint = () => throwIfCancelled(setup.cancelFlag);
  const withMeaning = [dataset, reference].map((matrix) => meaningfulRows(matrix).length);
  const most = Math.min(BALLS_COMPARED, ...withMeaning);
  const pointsOf = (matrix: EmbeddingMatrix) => unitPoints(drawRows(matrix, most, seed));
  const balls = precisionRecallDensityCoverage(
    pointsOf(reference),
    pointsOf(dataset),
    BALL_ROWS,
    checkpoint,
  );
  const discrepancy = maximumMeanDiscrepancy(dataset, reference, { seed, checkpoint });
  const mauve = mauveOfRows(dataset, reference, { seed, checkpoint });
  return discrepancy && balls && mauve && { discrepancy, balls, mauve };
}
