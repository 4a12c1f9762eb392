import { describe, expect, it, test } from 'vitest';
import { mauve } from '../../../../src/metrics/compare/mauve.ts';
import { mauveOfRows } from '../../../../src/metrics/compare/mauveOfRows.ts';
import { maximumMeanDiscrepancy } from '../../../../src/metrics/compare/maximumMeanDiscrepancy.ts';
import { outsideRows } from '../../../../src/metrics/compare/outsideRows.ts';
import { unitPoints } from '../../../../src/metrics/compare/points.ts';
import { precisionRecallDensityCoverage } from '../../../../src/metrics/compare/precisionRecallDensityCoverage.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { gridPoints } from '../../../support/gridPoints.ts';
import { matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';
import known from './rowValues.json' with { type: 'json' };

// Values made by rowValues.py, beside this file.

const FIGURES = ['precision', 'recall', 'density', 'coverage'] as const;

describe('precisionRecallDensityCoverage', () => {
  it.each(known.euclidean)('Euclidean, k = $k', (expected) => {
    const sets = [known.real, known.generated].map((rows) => Float64Array.from(rows.flat()));
    const [real, generated] = gridPoints(sets, 16);
    const found = precisionRecallDensityCoverage(real!, generated!, expected.k)!;
    for (const figure of FIGURES) expect(found[figure]).toBeCloseTo(expected[figure], 12);
  });

  it.each(known.cosine)('unit vectors, k = $k', (expected) => {
    const real = unitPoints(matrixOf(known.real));
    const generated = unitPoints(matrixOf(known.generated));
    const found = precisionRecallDensityCoverage(real, generated, expected.k)!;
    for (const figure of FIGURES) expect(found[figure]).toBeCloseTo(expected[figure], 12);
  });

  it('gives what the reference program publishes for normal rows, 10,000 × 1,000', () => {
    const random = createRandom(20_261_124);
    // Box–Muller.
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const draw = () => {
      const values = new Float64Array(1e7);
      for (let at = 0; at < values.length; at++) values[at] = normal();
      return values;
    };
    const [real, generated] = gridPoints([draw(), draw()], 1_000);
    const found = precisionRecallDensityCoverage(real!, generated!, 5)!;
    // The README of generative-evaluation-prdc has one draw. Hubs make draws differ: the reference formula in numpy, on six
    // draws of half the rows, gave precision .498–.536, recall .475–.519, density .957–1.206, coverage .961–.984.
    expect(Math.abs(found.precision - 0.4772)).toBeLessThan(0.05);
    expect(Math.abs(found.recall - 0.4705)).toBeLessThan(0.05);
    expect(Math.abs(found.density - 1.0555)).toBeLessThan(0.25);
    expect(Math.abs(found.coverage - 0.9735)).toBeLessThan(0.015);
    expect(found.expectedCoverage).toBeCloseTo(0.9688, 4);
  });
});

test('maximumMeanDiscrepancy', () => {
  const found = maximumMeanDiscrepancy(matrixOf(known.real), matrixOf(known.generated), {
    seed: 1,
  })!;
  expect(found.discrepancy).toBeCloseTo(known.mmd.discrepancy, 6);
  expect(found.bandwidth).toBeCloseTo(known.mmd.bandwidth, 6);
});

test.each(known.mauve)('mauve of $dataset against $reference', (expected) => {
  expect(mauve(expected.dataset, expected.reference)).toBeCloseTo(expected.mauve, 12);
});

describe('mauveOfRows of copies, of which each different row is a bin', () => {
  const { rows, dataset, reference, mauve: exact, divisions } = known.copies;
  const copiesOf = (counts: readonly number[]) =>
    matrixOf(rows.flatMap((row, at) => Array.from({ length: counts[at]! }, () => row)));

  it.each([1, 2, 3])('seed %i', (seed) => {
    const found = mauveOfRows(copiesOf(dataset), copiesOf(reference), { seed })!;
    expect(found.bins).toBe(10);
    expect(found.mauve).toBeCloseTo(exact, 12);
    // The mean of 20 divisions.
    const sigmas = (found.expected - divisions.mean) / (divisions.deviation / Math.sqrt(20));
    expect(Math.abs(sigmas)).toBeLessThan(4);
  });

  it('has no more bins than different rows', () => {
    const triple = (counts: readonly number[]) => counts.map((count) => 3 * count);
    const found = mauveOfRows(copiesOf(triple(dataset)), copiesOf(triple(reference)), { seed: 1 })!;
    expect(found.bins).toBe(10);
    expect(found.mauve).toBeCloseTo(exact, 12);
  });
});

test.each(known.outside)('outsideRows: limit $limit', (expected) => {
  const found = outsideRows(
    Float32Array.from(expected.distances),
    Float32Array.from(expected.otherDistances),
  )!;
  expect(found.limit).toBeCloseTo(expected.limit, 6);
  expect(found).toMatchObject({ rows: expected.distances.length, outside: expected.outside });
  expect(Array.from(found.ranked)).toEqual(expected.ranked);
});
