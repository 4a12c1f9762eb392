import { expect, test } from 'vitest';
import { completeLinkage } from '../../../../src/metrics/stats/completeLinkage.ts';
import values from './scipyValues.json' with { type: 'json' };

const { size, cut, pairs, smallest } = values.completeLinkage;
const likenesses = pairs
  .map(([a, b, similarity]) => ({ a: a!, b: b!, similarity: similarity! }))
  .filter(({ similarity }) => similarity >= cut);

test('makes the clusters of scipy', () => {
  expect([...completeLinkage(size, likenesses)]).toEqual(smallest);
});

test('makes the same of them in another order', () => {
  const turned = likenesses
    .toReversed()
    .map(({ a, b, similarity }) => ({ a: b, b: a, similarity }));
  expect([...completeLinkage(size, turned)]).toEqual(smallest);
});

test('chains nothing: a is like b and b like c, but a is not like c', () => {
  const chain = [
    { a: 0, b: 1, similarity: 0.9 },
    { a: 1, b: 2, similarity: 0.8 },
  ];
  expect([...completeLinkage(3, chain)]).toEqual([0, 0, 2]);
});

test('refuses items that are not there', () => {
  expect(() => completeLinkage(2, [{ a: 0, b: 2, similarity: 1 }])).toThrow(RangeError);
});
