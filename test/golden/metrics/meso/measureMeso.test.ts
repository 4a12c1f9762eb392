import { expect, test } from 'vitest';
import { createKindCounts } from '../../../../src/metrics/meso/kindCounts.ts';
import { measureMeso } from '../../../../src/metrics/meso/measureMeso.ts';
import { tagKinds } from '../../../../src/metrics/meso/tagKinds.ts';

// By hand: five rows, {a}, {a, b}, {a, c}, {d, d}, {}. Incidences: a 3, b 1, c 1, d 1; U = 6, T = 5, Q1 = 3, Q2 = 0.
// Shares ½, ⅙, ⅙, ⅙. H = ½ ln 2 + ½ ln 6 = ½ ln 12, so q1 = √12. Σp² = ¼ + 3/36 = ⅓, so q2 = 3.
// Evenness = ½ ln 12 / ln 4.
// Coverage (Chao et al. 2014, Q2 = 0): 1 − Q1/U · (T − 1)(Q1 − 1) / ((T − 1)(Q1 − 1) + 2) = 1 − ½ · 8/10 = 0.6.
// Kinds per row: 6/5.
test('agrees with the figures worked out by hand', () => {
  const counts = createKindCounts();
  [['a'], ['a', 'b'], ['A', 'c'], ['d', 'd'], []].forEach((tags, row) =>
    counts.add(row, tagKinds(tags)),
  );
  const figures = measureMeso(counts.data(), { seed: 1, commonRows: 1000 })!;
  expect(figures).toMatchObject({ rows: 5, kinds: 4, kindsPerRow: 1.2, rowsWithoutKind: 1 });
  expect(figures.hill.q0).toBe(4);
  expect(figures.hill.q1).toBeCloseTo(Math.sqrt(12), 12);
  expect(figures.hill.q2).toBeCloseTo(3, 12);
  expect(figures.evenness).toBeCloseTo(Math.log(12) / 2 / Math.log(4), 12);
  expect(figures.sampleCoverage).toBeCloseTo(0.6, 12);
  expect(figures.top[0]).toEqual({ name: 'a', count: 3, exampleRows: [0, 1, 2] });
});
