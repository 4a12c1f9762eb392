import { expect, test } from 'vitest';
import { mergeAlike } from '../../../../src/metrics/macro/mergeAlike.ts';
import { matrixOf } from '../embed/matrixOf.ts';

/** One row for each direction in a plane, in degrees; each is a group. */
function merge(degrees: readonly number[], similarity: number): number[] {
  const matrix = matrixOf(
    degrees.map((angle) => [
      Math.round(127 * Math.cos((angle * Math.PI) / 180)),
      Math.round(127 * Math.sin((angle * Math.PI) / 180)),
      ...Array<number>(14).fill(0),
    ]),
  );
  const groups = Int32Array.from(degrees.keys());
  return [...mergeAlike(matrix, { groups, count: degrees.length }, similarity).groups];
}

/** The cosine of 20°. */
const ALIKE = 0.94;

test('groups merge where every two of them are alike', () => {
  expect(merge([0, 5, 10, 90], ALIKE)).toEqual([0, 0, 0, 1]);
});

test('a chain of groups, each like the next, does not run together', () => {
  const groups = merge([0, 15, 31, 46, 63, 78], ALIKE);
  expect(groups).toEqual([0, 0, 1, 1, 2, 2]);
});

test('the most alike merge first', () => {
  expect(merge([0, 14, 24], ALIKE)).toEqual([0, 1, 1]);
});

test('rows in no group stay in none', () => {
  const matrix = matrixOf([[1], [1], [1]].map((row) => [...row, ...Array<number>(15).fill(0)]));
  const merged = mergeAlike(matrix, { groups: Int32Array.of(0, -1, 1), count: 2 }, 0.9);
  expect(merged).toEqual({ groups: Int32Array.of(0, -1, 0), count: 1 });
});
