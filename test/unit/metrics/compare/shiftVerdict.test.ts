import { describe, expect, it } from 'vitest';
import { shiftVerdict } from '../../../../src/metrics/compare/shiftVerdict.ts';
import { holmAdjusted } from '../../../../src/metrics/stats/holmAdjusted.ts';

const testsOf = (...pValues: number[]) =>
  pValues.map((pValue, at) => ({ name: `test ${at}`, pValue }));
const classifier = (areaUnderRoc: number, deviation: number) => ({ areaUnderRoc, deviation });

describe('holmAdjusted', () => {
  it('gives what p.adjust of R gives', () => {
    // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") and p.adjust(c(0.5, 0.5, 1), "holm")
    expect(holmAdjusted([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holmAdjusted([0.5, 0.5, 1])).toEqual([1, 1, 1]);
    expect(holmAdjusted([])).toEqual([]);
  });
});

describe('shiftVerdict', () => {
  it('is shifted where one test passes after the correction for all, however few rows there are', () => {
    const found = shiftVerdict(testsOf(0.3, 0.01, 0.6, 0.2, 0.9), [classifier(0.7, 0.2)]);
    expect(found.verdict).toBe('shifted');
    expect(found.tests[1]!.adjustedPValue).toBeCloseTo(0.05, 12);
    expect(shiftVerdict(testsOf(0.3, 0.011, 0.6, 0.2, 0.9), [classifier(0.5, 0.01)]).verdict).toBe(
      'same',
    );
  });

  it('is too-few-rows where an area of 0.6 would be missed too often', () => {
    // Two tests: norm.isf(0.025) + norm.isf(0.2) = 2.8016 standard errors.
    const almost = shiftVerdict(testsOf(0.4, 0.3), [classifier(0.52, 0.036)]);
    expect(almost.verdict).toBe('too-few-rows');
    expect(almost.detectableArea).toBeCloseTo(0.5 + 2.801_585 * 0.036, 6);
    expect(shiftVerdict(testsOf(0.4, 0.3), [classifier(0.52, 0.035)]).verdict).toBe('same');
    const better = shiftVerdict(testsOf(0.4, 0.3), [classifier(0.5, 0.2), classifier(0.53, 0.01)]);
    expect(better).toMatchObject({ verdict: 'same', areaUnderRoc: 0.53 });
    expect(shiftVerdict(testsOf(0.4), [classifier(0.5, 0.4)]).detectableArea).toBe(1);
  });

  it('is too-few-rows where nothing could be tested', () => {
    expect(shiftVerdict([], [])).toEqual({ verdict: 'too-few-rows', tests: [] });
    expect(shiftVerdict(testsOf(0.5), []).verdict).toBe('too-few-rows');
  });

  it('refuses more tests than the smallest p-value allows', () => {
    expect(() => shiftVerdict(testsOf(...new Array<number>(11).fill(1)), [])).toThrow(RangeError);
  });
});
