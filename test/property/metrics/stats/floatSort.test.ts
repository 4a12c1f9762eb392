import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFloatSort } from '../../../../src/metrics/stats/floatSort.ts';

const numbers = fc.float32Array({ noNaN: true, maxLength: 200 });

test('numbers come out as the sort of TypedArray has them, again and again', () => {
  fc.assert(
    fc.property(numbers, numbers, (first, second) => {
      const length = Math.min(first.length, second.length);
      const sort = createFloatSort(length);
      for (const values of [first.slice(0, length), second.slice(0, length)]) {
        const expected = values.toSorted();
        sort(values);
        expect(values).toEqual(expected);
      }
    }),
  );
});

test('a part of an array is sorted by itself', () => {
  const values = Float32Array.of(9, 3, -1, -0, 0, 2, -5);
  createFloatSort(5)(values.subarray(1, 6));
  expect(values).toEqual(Float32Array.of(9, -1, -0, 0, 2, 3, -5));
});
