import { predictScore, slopePosterior } from '../../metrics/experiments/linearPosterior.ts';
import { centralReach } from '../../metrics/stats/studentT.ts';
import type {
  BandPoint,
  LeaveOneOutFindings,
  ModelAbsence,
  Relation,
} from './experimentsReport.ts';
import {
  leftOutRuns,
  modelRuns,
  predictiveFitOf,
  toSlope,
  type ModelColumn,
  type RunModel,
} from './modelRuns.ts';

const BAND_POINTS = 33;
/** How far the band goes beyond the runs, as a share of their range. */
const BEYOND = 0.05;

export interface RunNames {
  /** 1-based line of each run. */
  readonly lines: readonly number[];
  readonly labels: readonly string[];
}

/**
 * The score against one column, with others held fixed.
 * @returns an absence where the column is constant or made of the others, or where the runs are too few
 */
export function relate(
  score: readonly (number | undefined)[],
  column: ModelColumn,
  heldFixed: readonly ModelColumn[],
  names: RunNames,
): Relation | ModelAbsence {
  const model = modelRuns(score, [...heldFixed, column]);
  if ('absence' in model) return model;
  const place = model.columns.findIndex(({ name }) => name === column.name);
  const own = model.columns[place];
  if (!own) {
    const madeOf = model.dropped.find(({ name }) => name === column.name)?.madeOf ?? [];
    return madeOf.length === 0 ? { absence: 'constant' } : { absence: 'collinear', madeOf };
  }
  const { posterior, runs } = model;
  const { mean, standardDeviation } = own;
  const slope = posterior.slopes[place] ?? 0;
  const loo = leaveOneOutOf(model, place, score, heldFixed, names);
  return {
    runs: runs.length,
    slope: toSlope(slopePosterior(posterior, place)),
    mean,
    standardDeviation,
    points: runs.map((run, row) => ({
      line: names.lines[run] ?? 0,
      label: names.labels[run] ?? '',
      at: column.values[run] ?? 0,
      score: model.score[row] ?? 0,
      adjustedScore:
        posterior.level + slope * (own.values[row] ?? 0) + (posterior.residuals[row] ?? 0),
    })),
    band: bandOf(model, place),
    ...(loo && { leaveOneOut: loo }),
  };
}

function bandOf({ posterior, columns }: RunModel, place: number): BandPoint[] {
  const own = columns[place];
  if (!own) return [];
  const { low, high } = own.values.reduce(
    (range, value) => ({ low: Math.min(range.low, value), high: Math.max(range.high, value) }),
    { low: Infinity, high: -Infinity },
  );
  const reach68 = centralReach(posterior.degreesOfFreedom, 0.68);
  const reach95 = centralReach(posterior.degreesOfFreedom, 0.95);
  const beyond = BEYOND * (high - low);
  const step = (high - low + 2 * beyond) / (BAND_POINTS - 1);
  return Array.from({ length: BAND_POINTS }, (_, i) => {
    const standardized = low - beyond + i * step;
    const { location, scale } = predictScore(
      posterior,
      columns.map((_column, at) => (at === place ? standardized : 0)),
    );
    const around = (reach: number) => ({
      low: location - reach * scale,
      high: location + reach * scale,
    });
    return {
      at: own.mean + standardized * own.standardDeviation,
      mean: location,
      interval68: around(reach68),
      interval95: around(reach95),
    };
  });
}

function leaveOneOutOf(
  model: RunModel,
  place: number,
  score: readonly (number | undefined)[],
  heldFixed: readonly ModelColumn[],
  names: RunNames,
): LeaveOneOutFindings | undefined {
  const leftOut = leftOutRuns(model);
  const fit = predictiveFitOf(model, leftOut);
  const without = withoutColumns(model, score, heldFixed);
  if (!leftOut || !fit || !without) return undefined;
  const full = model.posterior.slopes[place] ?? 0;
  const moved = leftOut.map((run) => Math.abs((run?.slopes[place]?.location ?? full) - full));
  const strongest = moved.indexOf(Math.max(...moved));
  const slopeWithout = leftOut[strongest]?.slopes[place];
  if (!slopeWithout) return undefined;
  return {
    predictiveR2: fit.predictiveR2,
    logDensityGain: fit.logDensity - without.logDensity,
    strongest: {
      line: names.lines[model.runs[strongest] ?? 0] ?? 0,
      slopeWithout: toSlope(slopeWithout),
    },
  };
}

/** The same runs foretold by what is held fixed alone. */
export function withoutColumns(
  { runs }: RunModel,
  score: readonly (number | undefined)[],
  heldFixed: readonly ModelColumn[],
) {
  const pick = <T>(values: readonly T[]) => runs.flatMap((run) => values[run] ?? []);
  const model = modelRuns(
    pick(score),
    heldFixed.map(({ name, values }) => ({ name, values: pick(values) })),
  );
  return 'absence' in model ? undefined : predictiveFitOf(model);
}
