import { describe, expect, it } from 'vitest';
import { trustworthiness } from '../../../../src/metrics/map/trustworthiness.ts';
import { matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';
import golden from './trustworthiness.json';

describe('trustworthiness', () => {
  const matrix = matrixOf(golden.vectors);
  const rows = Uint32Array.from(golden.vectors.keys());
  const positions = Float32Array.from(golden.positions.flat());

  it.each([5, 10] as const)("is scikit-learn's at %i neighbours", (k) => {
    const value = trustworthiness(matrix, rows, positions, k, rows.length);
    expect(value).toBeCloseTo(golden.values[`${k}`], 10);
  });

  it('is undefined where there are too few rows for it', () => {
    expect(trustworthiness(matrix, rows.subarray(0, 20), positions, 10, 20)).toBeUndefined();
  });
});
