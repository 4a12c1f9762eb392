import { expect, test } from 'vitest';
import { quartiles } from '../../../../src/metrics/flags/quartiles.ts';
import values from '../macro/numpyValues.json' with { type: 'json' };

test('numpy.quantile', () => {
  const { q1, median, q3 } = quartiles(Float64Array.from(values.values));
  expect([q1, median, q3]).toEqual(
    values.quartiles.map((value) => expect.closeTo(value, 12) as number),
  );
});

test('one value is all three; none is refused', () => {
  expect(quartiles(Float32Array.of(7))).toEqual({ q1: 7, median: 7, q3: 7 });
  expect(() => quartiles(new Float64Array(0))).toThrow(RangeError);
});
