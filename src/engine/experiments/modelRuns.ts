import {
  leaveOneOut,
  predictiveFit,
  type LeftOutRun,
} from '../../metrics/experiments/leaveOneOut.ts';
import {
  linearPosterior,
  type LinearPosterior,
} from '../../metrics/experiments/linearPosterior.ts';
import { orthonormalize } from '../../metrics/experiments/orthonormalize.ts';
import { standardize, type StandardizedColumn } from '../../metrics/experiments/standardize.ts';
import { centralInterval, studentTCdf, type StudentT } from '../../metrics/stats/studentT.ts';
import type { ModelAbsence, Slope } from './experimentsReport.ts';

/** Numbers of one column, one a run. */
export interface ModelColumn {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
}

/** A regression of the score on some columns, over the runs that have them all. */
export interface RunModel {
  /** Places of its runs in the table. */
  readonly runs: readonly number[];
  readonly columns: readonly (StandardizedColumn & { readonly name: string })[];
  readonly score: Float64Array;
  readonly posterior: LinearPosterior;
  /** Columns that were wanted and say nothing new, with what they are made of; of a constant column nothing. */
  readonly dropped: readonly { readonly name: string; readonly madeOf: readonly string[] }[];
}

/**
 * @param score one a run; runs without are left out, as are those without one of the columns
 * @param columns those to be held fixed first, since of columns that say the same the first is kept
 */
export function modelRuns(
  score: readonly (number | undefined)[],
  columns: readonly ModelColumn[],
): RunModel | ModelAbsence {
  const runs = [...score.keys()].filter(
    (run) => score[run] !== undefined && columns.every(({ values }) => values[run] !== undefined),
  );
  if (runs.length === 0) return { absence: 'too-few-runs', runs: 0, needed: columns.length + 2 };
  const scores = Float64Array.from(runs, (run) => score[run] ?? 0);
  const standardized = columns.map(({ name, values }) => ({
    name,
    ...standardize(Float64Array.from(runs, (run) => values[run] ?? 0)),
  }));
  const { independent, dependent } = orthonormalize(standardized.map(({ values }) => values));
  const kept = independent.flatMap((at) => standardized[at] ?? []);
  // With more columns than runs some must depend on others: that is no finding about them.
  if (runs.length < kept.length + 2) {
    return { absence: 'too-few-runs', runs: runs.length, needed: columns.length + 2 };
  }
  if (standardize(scores).standardDeviation === 0) return { absence: 'same-score' };
  return {
    runs,
    columns: kept,
    score: scores,
    posterior: linearPosterior(
      kept.map(({ values }) => values),
      scores,
    ),
    dropped: dependent.map(({ column, madeOf }) => ({
      name: standardized[column]?.name ?? '',
      madeOf: madeOf.map((at) => standardized[at]?.name ?? ''),
    })),
  };
}

export function leftOutRuns({
  posterior,
  columns,
  score,
}: RunModel): (LeftOutRun | undefined)[] | undefined {
  return leaveOneOut(
    posterior,
    columns.map(({ values }) => values),
    score,
  );
}

export function predictiveFitOf(model: RunModel, leftOut = leftOutRuns(model)) {
  return leftOut && predictiveFit(leftOut, model.score);
}

export function toSlope(posterior: StudentT): Slope {
  return {
    mean: posterior.location,
    interval68: centralInterval(posterior, 0.68),
    interval95: centralInterval(posterior, 0.95),
    probabilityPositive: probabilityPositive(posterior),
  };
}

/** The mirrored distribution at 0, so that a small tail keeps its digits. */
export const probabilityPositive = (posterior: StudentT): number =>
  studentTCdf({ ...posterior, location: -posterior.location }, 0);
