import { describe, expect, it } from 'vitest';
import { incidenceCoverage } from '../../../../src/metrics/stats/incidenceCoverage.ts';
import { sampleCoverage } from '../../../../src/metrics/stats/sampleCoverage.ts';

describe('sampleCoverage', () => {
  it('is 1 where no kind was seen only once', () => {
    expect(sampleCoverage([2, 3, 0, 9])).toBe(1);
  });

  it('follows the estimator for n = 10, f₁ = 2, f₂ = 1', () => {
    // Ĉ = 1 − f₁/n · (n − 1)f₁ / ((n − 1)f₁ + 2f₂) = 1 − 2/10 · 18/20 = 0.82
    expect(sampleCoverage([1, 1, 2, 6])).toBeCloseTo(0.82, 12);
  });

  it('uses the bias-corrected form where no kind was seen twice: n = 9, f₁ = 3', () => {
    // n·f̂₀ = (n − 1) · f₁(f₁ − 1)/2 = 24; Ĉ = 1 − 3/9 · 24/(24 + 3) = 1 − 8/27
    expect(sampleCoverage([1, 1, 1, 6])).toBeCloseTo(19 / 27, 12);
  });

  it('is undefined for fewer than two observations', () => {
    expect(sampleCoverage([])).toBeUndefined();
    expect(sampleCoverage([1])).toBeUndefined();
  });

  it('throws RangeError for a count that is no whole number', () => {
    expect(() => sampleCoverage([1.5])).toThrow(RangeError);
    expect(() => sampleCoverage([-1])).toThrow(RangeError);
  });
});

describe('incidenceCoverage', () => {
  it('follows the estimator for T = 5, U = 10, Q₁ = 2, Q₂ = 1', () => {
    // Ĉ = 1 − Q₁/U · (T − 1)Q₁ / ((T − 1)Q₁ + 2Q₂) = 1 − 2/10 · 8/10 = 0.84
    expect(incidenceCoverage([1, 1, 2, 3, 3], 5)).toBeCloseTo(0.84, 12);
  });

  it('is undefined for fewer than two rows, or rows without kinds', () => {
    expect(incidenceCoverage([1, 1], 1)).toBeUndefined();
    expect(incidenceCoverage([], 5)).toBeUndefined();
  });

  it('throws RangeError for a kind in more rows than there are', () => {
    expect(() => incidenceCoverage([6], 5)).toThrow(RangeError);
    expect(() => incidenceCoverage([1], 1.5)).toThrow(RangeError);
  });
});
