import { describe, expect, it } from 'vitest';
import { keptRow } from '../../../../src/metrics/flags/keptRow.ts';

describe('keptRow', () => {
  it('is the first row where there are no values', () => {
    expect(keptRow([3, 5, 8], undefined)).toEqual({ row: 3, because: 'first' });
  });

  it('is the row of the highest value, and says that the value decided', () => {
    expect(keptRow([0, 1, 2], Float64Array.of(1, 7, 2))).toEqual({ row: 1, because: 'value' });
    expect(keptRow([0, 1, 2], Float64Array.of(9, 7, 2))).toEqual({ row: 0, because: 'value' });
  });

  it('is the first of several rows of the highest value', () => {
    expect(keptRow([0, 1, 2], Float64Array.of(1, 7, 7))).toEqual({ row: 1, because: 'first' });
    expect(keptRow([0, 1, 2], Float64Array.of(7, 7, 7))).toEqual({ row: 0, because: 'first' });
  });

  it('prefers any value to none, however low', () => {
    expect(keptRow([0, 1], Float64Array.of(NaN, -5))).toEqual({ row: 1, because: 'value' });
    expect(keptRow([0, 1], Float64Array.of(NaN, NaN))).toEqual({ row: 0, because: 'first' });
  });
});
