import { isLevelColumn } from '../../data/runTable/runColumns.ts';
import { slopeCombination, slopePosterior } from '../../metrics/experiments/linearPosterior.ts';
import type { ModelAbsence, Together } from './experimentsReport.ts';
import {
  modelRuns,
  predictiveFitOf,
  probabilityPositive,
  toSlope,
  type ModelColumn,
} from './modelRuns.ts';
import { withoutColumns } from './relate.ts';

export interface TogetherResult {
  readonly together: Together | ModelAbsence;
  /** Columns that say what those before them say. */
  readonly dropped: readonly { readonly name: string; readonly madeOf: readonly string[] }[];
  /** Pairs of columns that move together, by the size of their correlation. */
  readonly alike: readonly {
    readonly names: readonly [string, string];
    readonly correlation: number;
  }[];
}

/** Correlation from which two columns are told to move together; the variance of a slope is then five times as large. */
const ALIKE = 0.9;

/** All levels in one regression, with what is held fixed. */
export function takeTogether(
  score: readonly (number | undefined)[],
  levels: readonly ModelColumn[],
  heldFixed: readonly ModelColumn[],
): TogetherResult {
  if (levels.length === 0) return { together: { absence: 'no-column' }, dropped: [], alike: [] };
  const model = modelRuns(score, [...heldFixed, ...levels]);
  if ('absence' in model) return { together: model, dropped: [], alike: [] };
  const { posterior, columns, runs, dropped } = model;
  const places = columns.flatMap(({ name }, place) =>
    isLevelColumn(name) ? [{ column: name, place }] : [],
  );
  const size = columns.length;
  const fit = predictiveFitOf(model);
  const without = withoutColumns(model, score, heldFixed);
  return {
    together: {
      runs: runs.length,
      levels: places.map(({ column, place }) => ({
        column,
        slope: toSlope(slopePosterior(posterior, place)),
        varianceInflation: Math.max(
          1,
          (posterior.inverse[place * size + place] ?? 0) * (runs.length - 1),
        ),
      })),
      comparisons: places.flatMap((first, at) =>
        places.slice(at + 1).map((second) => ({
          first: first.column,
          second: second.column,
          probabilityFirstLarger: probabilityPositive(
            slopeCombination(
              posterior,
              columns.map(
                (_, place) => Number(place === first.place) - Number(place === second.place),
              ),
            ),
          ),
        })),
      ),
      ...(fit &&
        without && {
          leaveOneOut: {
            predictiveR2: fit.predictiveR2,
            logDensityGain: fit.logDensity - without.logDensity,
          },
        }),
    },
    dropped,
    alike: alikePairs(columns),
  };
}

function alikePairs(
  columns: readonly { readonly name: string; readonly values: Float64Array }[],
): TogetherResult['alike'] {
  return columns
    .flatMap((one, at) =>
      columns.slice(at + 1).map((other) => {
        const products = one.values.reduce(
          (sum, value, i) => sum + value * (other.values[i] ?? 0),
          0,
        );
        const correlation = products / Math.max(1, one.values.length - 1);
        return { names: [one.name, other.name] as const, correlation };
      }),
    )
    .filter(({ correlation }) => Math.abs(correlation) >= ALIKE)
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
}
