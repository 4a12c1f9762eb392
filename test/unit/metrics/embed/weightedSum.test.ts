import { expect, test } from 'vitest';
import { createRowStore, LARGEST_SUM } from '../../../../src/metrics/embed/rowStore.ts';
import { createVectorHalves } from '../../../../src/metrics/embed/vectorHalves.ts';
import { createWeightedSum } from '../../../../src/metrics/embed/weightedSum.ts';

const columns = 32;
const row = (seed: number): Int8Array =>
  Int8Array.from({ length: columns }, (_, k) => ((k * 37 + seed * 53) % 255) - 127);

test('rows are added times their factors, in several parts', () => {
  const store = createRowStore(columns);
  const half = createVectorHalves(columns).first;
  const sum = createWeightedSum(store, half);
  const expected = half.sum.fill(1).slice();
  const parts = [LARGEST_SUM, LARGEST_SUM, 276];
  parts.forEach((count, part) => {
    const factors = Float64Array.from({ length: count }, (_, i) => 0.001 + ((i + part) % 7) / 3);
    const places = Uint32Array.from(factors, (factor, i) => {
      row(i).forEach((value, k) => (expected[k]! += factor * value));
      return store.keep(row(i), 0);
    });
    sum.add(places, factors, count, part === parts.length - 1);
  });
  // Factors have 16 bits: each of 1,300 is off by at most 2 / 65,534, times 127.
  half.sum.forEach((value, k) => expect(Math.abs(value - expected[k]!)).toBeLessThan(1));
});

test('a sum does not come again with the next one', () => {
  const store = createRowStore(columns);
  const half = createVectorHalves(columns).second;
  const sum = createWeightedSum(store, half);
  const places = Uint32Array.of(store.keep(row(1), 0));
  sum.add(places, Float64Array.of(0.5), 1, false);
  sum.add(places, Float64Array.of(0.5), 1, true);
  const both = half.sum.slice();
  sum.add(places, Float64Array.of(0.5), 1, true);
  half.sum.forEach((value, k) => expect(value).toBeCloseTo(1.5 * both[k]!, 12));
});

test('rows without a factor add nothing', () => {
  const store = createRowStore(columns);
  const half = createVectorHalves(columns).second;
  const sum = createWeightedSum(store, half);
  sum.add(Uint32Array.of(store.keep(row(1), 0)), Float64Array.of(0), 1, true);
  expect(half.sum).toEqual(new Float64Array(columns));
});
