import { describe, expect, it } from 'vitest';
import { leaveOneOut, predictiveFit } from '../../../../src/metrics/experiments/leaveOneOut.ts';
import { linearPosterior } from '../../../../src/metrics/experiments/linearPosterior.ts';
import { orthonormalize } from '../../../../src/metrics/experiments/orthonormalize.ts';
import { standardize } from '../../../../src/metrics/experiments/standardize.ts';

const column = (...values: number[]) => standardize(Float64Array.from(values)).values;

describe('linearPosterior', () => {
  it('refuses too few rows, columns that depend on one another and other lengths', () => {
    const up = column(1, 2, 3, 4);
    expect(() =>
      linearPosterior([up, column(1, 0, 0, 1), column(0, 1, 0, 0)], Float64Array.of(1, 2, 3, 4)),
    ).toThrow(/5 rows or more/);
    expect(() => linearPosterior([up, up], Float64Array.of(1, 2, 2, 4))).toThrow(/depend/);
    expect(() => linearPosterior([up], Float64Array.of(1, 2, 3))).toThrow(/as long as/);
  });

  it('knows no noise where the runs lie on a line', () => {
    const posterior = linearPosterior([column(1, 2, 3, 4)], Float64Array.of(0.3, 0.5, 0.7, 0.9));
    expect(posterior.noise).toBe(0);
    expect(posterior.slopes[0]).toBeCloseTo(0.2 * Math.sqrt(5 / 3), 12);
    expect(
      predictiveFit(
        leaveOneOut(posterior, [column(1, 2, 3, 4)], Float64Array.of(0.3, 0.5, 0.7, 0.9))!,
        Float64Array.of(0.3, 0.5, 0.7, 0.9),
      ),
    ).toBeUndefined();
  });

  it('tells no slope that is rounding only', () => {
    expect(linearPosterior([column(20, 21, 25)], Float64Array.of(50, 53, 51)).slopes[0]).toBe(0);
  });

  it('has only a level where there are no columns', () => {
    const posterior = linearPosterior([], Float64Array.of(1, 3));
    expect(posterior).toMatchObject({ level: 2, degreesOfFreedom: 1 });
    expect(posterior.noise).toBeCloseTo(Math.SQRT2, 12);
  });
});

describe('leaveOneOut', () => {
  it('cannot leave out a run that alone decides a slope, nor one of two', () => {
    const only = column(0, 0, 0, 0, 1);
    const score = Float64Array.of(1, 2, 3, 4, 9);
    const leftOut = leaveOneOut(linearPosterior([only], score), [only], score)!;
    expect(leftOut[4]).toBeUndefined();
    expect(leftOut[0]).toBeDefined();
    expect(predictiveFit(leftOut, score)).toBeUndefined();
    const three = column(1, 2, 4);
    const short = Float64Array.of(1, 2, 2);
    expect(leaveOneOut(linearPosterior([three], short), [three], short)).toBeUndefined();
  });
});

describe('orthonormalize', () => {
  it('names the columns that another is made of', () => {
    const [a, b, c] = [column(1, 2, 3, 4, 9), column(2, 0, 1, 5, 2), column(0, 1, 0, 1, 3)];
    const sum = a.map((value, i) => 2 * value - c[i]!);
    const { dependent, independent } = orthonormalize([a, b, c, sum, b, new Float64Array(5)]);
    expect(independent).toEqual([0, 1, 2]);
    expect(dependent).toEqual([
      { column: 3, madeOf: [0, 2] },
      { column: 4, madeOf: [1] },
      { column: 5, madeOf: [] },
    ]);
  });

  it('refuses columns of different lengths', () => {
    expect(() => orthonormalize([column(1, 2), column(1, 2, 3)])).toThrow(RangeError);
  });
});

describe('standardize', () => {
  it('keeps its digits far from zero, and knows a constant', () => {
    const { values, mean, standardDeviation } = standardize(
      Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 3),
    );
    expect([...values]).toEqual([-1, 0, 1]);
    expect([mean, standardDeviation]).toEqual([1e9 + 2, 1]);
    expect(standardize(Float64Array.of(0.1, 0.1, 0.1))).toMatchObject({ standardDeviation: 0 });
    expect(standardize(Float64Array.of(5))).toMatchObject({ mean: 5, standardDeviation: 0 });
    expect(() => standardize(new Float64Array())).toThrow(RangeError);
  });
});
