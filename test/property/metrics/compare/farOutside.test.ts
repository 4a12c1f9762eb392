import { describe, expect, it } from 'vitest';
import { farOutside } from '../../../../src/metrics/compare/farOutside.ts';
import { neighboursBetween } from '../../../../src/metrics/compare/neighboursBetween.ts';
import { clusteredRows, matrixOf, shuffled } from '../../../unit/metrics/embed/matrixOf.ts';

/** Eight clusters of one source, cluster by cluster. */
const source = clusteredRows(8, 200, 0.6);
const order = shuffled(source.length, 3);
const drawn = (from: number, to: number) => order.slice(from, to).map((row) => source[row]!);
const outsideOf = (dataset: number[][], reference: number[][]) =>
  farOutside(matrixOf(dataset, 32), matrixOf(reference, 32), { seed: 1 });

describe('farOutside', () => {
  it('without a shift finds one row in twenty beyond the 95th percentile, either way', () => {
    const { invented, missing, comparedRows } = outsideOf(drawn(0, 800), drawn(800, 1_600))!;
    expect(comparedRows).toBe(799);
    for (const { percentiles, shareFar } of [invented, missing]) {
      expect(Math.abs(shareFar - 0.05)).toBeLessThan(0.03);
      const mean = percentiles.reduce((sum, each) => sum + each, 0) / percentiles.length;
      expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
    }
  });

  it('finds foreign rows in the data set, and the clusters that it does not reach', () => {
    const foreign = clusteredRows(1, 20, 0.6, 99);
    const { invented, missing } = outsideOf(
      [...foreign, ...source.slice(0, 800)],
      drawn(0, 1_000),
    )!;
    const farthest = [...invented.distances.keys()]
      .sort((a, b) => invented.distances[b]! - invented.distances[a]!)
      .slice(0, 20);
    expect(farthest.filter((row) => row < 20).length).toBeGreaterThanOrEqual(18);
    expect(missing.shareFar).toBeGreaterThan(0.4);
    const isReached = drawn(0, 1_000).map((row) => source.indexOf(row) < 800);
    const far = [...missing.percentiles.keys()].filter((row) => missing.percentiles[row]! > 0.95);
    expect(far.filter((row) => !isReached[row]).length / far.length).toBeGreaterThan(0.9);
  });

  it('does not depend on the order of rows', () => {
    const there = outsideOf(drawn(0, 90), drawn(90, 300))!;
    const turned = outsideOf(drawn(0, 90).reverse(), drawn(90, 300).reverse())!;
    expect(turned.invented.distances.toReversed()).toEqual(there.invented.distances);
    expect(turned.missing.percentiles.toReversed()).toEqual(there.missing.percentiles);
  });

  it('counts copies once, leaves rows without a meaning out, and is undefined for few rows', () => {
    const copied = [...drawn(0, 50), ...drawn(0, 50), new Array<number>(32).fill(0)];
    const once = outsideOf(drawn(0, 50), drawn(50, 100))!;
    const twice = outsideOf(copied, drawn(50, 100))!;
    expect(twice.invented.distances.slice(0, 50)).toEqual(once.invented.distances);
    expect(twice.missing.distances).toEqual(once.missing.distances);
    expect([twice.invented.distances[100], twice.invented.nearestRows[100]]).toEqual([-1, -1]);
    const one = Array.from({ length: 30 }, () => source[0]!);
    expect(outsideOf(one, drawn(0, 100))).toBeUndefined();
    expect(outsideOf([], drawn(0, 100))).toBeUndefined();
    expect(outsideOf(drawn(0, 100), drawn(0, 4))).toBeUndefined();
  });

  it('has nothing outside of itself', () => {
    const { invented, missing } = outsideOf(drawn(0, 100), drawn(0, 100))!;
    // One row of the reference is not drawn, as its own rows have one less to be compared with.
    const own = invented.nearestRows.filter((nearest, row) => nearest === row);
    expect(own.length).toBeGreaterThanOrEqual(99);
    expect(invented.shareFar).toBeLessThan(0.05);
    expect(missing.shareFar).toBeLessThan(0.05);
  });
});

describe('neighboursBetween', () => {
  it('is what comparing all with all finds', () => {
    const queries = drawn(0, 70);
    const candidates = drawn(500, 900);
    const { rows, similarities } = neighboursBetween(matrixOf(queries), matrixOf(candidates));
    const cosine = (a: number[], b: number[]) =>
      a.reduce((sum, value, k) => sum + value * b[k]!, 0) / (Math.hypot(...a) * Math.hypot(...b));
    queries.forEach((query, at) => {
      const known = candidates.map((candidate) => cosine(query, candidate)).sort((a, b) => b - a);
      for (let place = 0; place < 10; place++) {
        expect(similarities[at * 10 + place]).toBeCloseTo(known[place]!, 5);
        expect(cosine(query, candidates[rows[at * 10 + place]!]!)).toBeCloseTo(known[place]!, 5);
      }
    });
  });
});
