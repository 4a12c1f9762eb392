import { expect, test } from 'vitest';
import { createRowStore } from '../../../../src/metrics/embed/rowStore.ts';
import { createVectorHalves } from '../../../../src/metrics/embed/vectorHalves.ts';
import { createWeightedSum } from '../../../../src/metrics/embed/weightedSum.ts';

const columns = 32;
const row = (seed: number): Int8Array =>
  Int8Array.from({ length: columns }, (_, k) => ((k * 37 + seed * 53) % 255) - 127);

test('rows are added times their factors, however many there are', () => {
  const store = createRowStore(columns);
  const half = createVectorHalves(columns).first;
  const sum = createWeightedSum(store, half);
  const expected = half.sum.fill(1).slice();
  // More than two loads of what one sum of the store may have.
  for (let i = 0; i < 1_300; i++) {
    const factor = 0.001 + (i % 7) / 3;
    sum.add(store.keep(row(i), 0), factor);
    row(i).forEach((value, k) => (expected[k]! += factor * value));
  }
  sum.flush();
  // Factors have 16 bits: each of 1,300 is off by at most 2 / 65,534, times 127.
  half.sum.forEach((value, k) => expect(Math.abs(value - expected[k]!)).toBeLessThan(1));
});

test('a flush forgets what it added', () => {
  const store = createRowStore(columns);
  const half = createVectorHalves(columns).second;
  const sum = createWeightedSum(store, half);
  sum.add(store.keep(row(1), 0), 0.5);
  sum.flush();
  const once = half.sum.slice();
  sum.flush();
  expect(half.sum).toEqual(once);
});

test('rows without a factor add nothing', () => {
  const store = createRowStore(columns);
  const half = createVectorHalves(columns).second;
  const sum = createWeightedSum(store, half);
  sum.add(store.keep(row(1), 0), 0);
  sum.flush();
  expect(half.sum).toEqual(new Float64Array(columns));
});
