import { describe, expect, test } from 'vitest';
import { leaveOneOut, predictiveFit } from '../../../../src/metrics/experiments/leaveOneOut.ts';
import {
  linearPosterior,
  predictScore,
  slopePosterior,
} from '../../../../src/metrics/experiments/linearPosterior.ts';
import { standardize } from '../../../../src/metrics/experiments/standardize.ts';
import {
  centralInterval,
  studentTCdf,
  type StudentT,
} from '../../../../src/metrics/stats/studentT.ts';
import values from './linearModels.json' with { type: 'json' };

/** Agreement in the first digits, of figures that may be 0. */
function close(got: readonly number[], expected: readonly number[], digits: number) {
  expect(got).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) {
    const tolerance = 10 ** -digits * Math.max(Math.abs(value), 1e-12);
    expect(Math.abs(got[i]! - value), `${got[i]!} against ${value}`).toBeLessThan(tolerance);
  }
}

function fit(columns: readonly (readonly number[])[], scores: readonly number[]) {
  const standardized = columns.map((column) => standardize(Float64Array.from(column)));
  const score = Float64Array.from(scores);
  const inputs = standardized.map((column) => column.values);
  return { standardized, score, inputs, posterior: linearPosterior(inputs, score) };
}

const unscaled = ({ location, scale, degreesOfFreedom }: StudentT, by: number): StudentT => ({
  location: location / by,
  scale: scale / by,
  degreesOfFreedom,
});

describe.each([
  ['longley', values.longley],
  ['mtcars', values.mtcars],
])('%s, as R fits it', (_name, reference) => {
  const { standardized, score, inputs, posterior } = fit(reference.columns, reference.score);
  const raw = standardized.map(({ standardDeviation }, j) =>
    unscaled(slopePosterior(posterior, j), standardDeviation),
  );

  test('slopes with their intervals', () => {
    close([posterior.level], reference.level, 11);
    close([posterior.noise], reference.noise, 10);
    close(
      raw.map((slope) => slope.location),
      reference.slopes,
      9,
    );
    close(
      raw.map((slope) => slope.scale),
      reference.errors,
      9,
    );
    close(
      raw.map((slope) => centralInterval(slope, 0.68).low),
      reference.low68,
      8,
    );
    close(
      raw.map((slope) => centralInterval(slope, 0.95).high),
      reference.high95,
      8,
    );
    close(
      raw.map((slope) => 1 - studentTCdf(slope, 0)),
      reference.positive,
      8,
    );
    close([...posterior.leverages], reference.leverages, 9);
  });

  test('the score of a run that is not there', () => {
    const at = standardized.map(
      ({ mean, standardDeviation }, j) => (reference.point[j]! - mean) / standardDeviation,
    );
    const predicted = predictScore(posterior, at);
    const { low, high } = centralInterval(predicted, 0.68);
    close([predicted.location, low, high], reference.predicted68, 9);
    const wide = centralInterval(predicted, 0.95);
    close([predicted.location, wide.low, wide.high], reference.predicted95, 9);
  });

  test('each run left out, against a new fit of the others', () => {
    const leftOut = leaveOneOut(posterior, inputs, score)!;
    close(
      leftOut.map((run) => run!.predicted.location),
      reference.guesses,
      9,
    );
    close(
      leftOut.map((run) => run!.predicted.scale),
      reference.spreads,
      8,
    );
    const first = leftOut.map((run) =>
      unscaled(run!.slopes[0]!, standardized[0]!.standardDeviation),
    );
    close(
      first.map((slope) => slope.location),
      reference.firstSlopes,
      7,
    );
    close(
      first.map((slope) => slope.scale),
      reference.firstErrors,
      7,
    );
    close([predictiveFit(leftOut, score)!.logDensity], reference.logDensity, 9);
  });
});

/**
 * Certified values of the National Institute of Standards and Technology, Statistical Reference Datasets, Longley:
 * https://www.itl.nist.gov/div898/strd/lls/data/Longley.shtml. R carries the same data in other units.
 */
test('the certified values of NIST, to nine digits', () => {
  const [deflator, product, unemployed, forces, population, year] = values.longley.columns as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  const inUnits = (column: number[], unit: number) =>
    column.map((value) => Math.round(value * unit * 10) / 10);
  const { standardized, posterior } = fit(
    [
      deflator,
      inUnits(product, 1000),
      inUnits(unemployed, 10),
      inUnits(forces, 10),
      inUnits(population, 1000),
      year,
    ],
    inUnits(values.longley.score, 1000),
  );
  const raw = standardized.map(({ standardDeviation }, j) =>
    unscaled(slopePosterior(posterior, j), standardDeviation),
  );
  close(
    raw.map((slope) => slope.location),
    [
      15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
      -0.0511041056535807, 1829.15146461355,
    ],
    9,
  );
  close(
    raw.map((slope) => slope.scale),
    [
      84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675, 0.22607320006937,
      455.478499142212,
    ],
    9,
  );
  const constant = raw.reduce(
    (sum, slope, j) => sum - slope.location * standardized[j]!.mean,
    posterior.level,
  );
  close([constant], [-3482258.63459582], 9);
  close([posterior.noise], [304.854073561965], 9);
});
