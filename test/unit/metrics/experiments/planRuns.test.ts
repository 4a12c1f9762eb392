import { describe, expect, it } from 'vitest';
import { PLAN_DEGREES, planRuns } from '../../../../src/metrics/experiments/planRuns.ts';

/** ln determinant of the information of runs, by plain elimination. */
function logDeterminant(rows: readonly (readonly number[])[], size: number): number {
  const matrix = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_unused, j) =>
      rows.reduce((sum, row) => sum + row[i]! * row[j]!, i === j ? 1e-6 : 0),
    ),
  );
  let sum = 0;
  for (let pivot = 0; pivot < size; pivot++) {
    sum += Math.log(matrix[pivot]![pivot]!);
    for (let i = pivot + 1; i < size; i++) {
      const times = matrix[i]![pivot]! / matrix[pivot]![pivot]!;
      for (let j = 0; j < size; j++) matrix[i]![j]! -= times * matrix[pivot]![j]!;
    }
  }
  return sum;
}

const coded = (degree: number) => (degree - 50) / (100 / Math.sqrt(12));
const vectorOf = (strategies: number, strategy: number, degree: number) => [
  1,
  ...Array.from({ length: strategies }, (_, i) => (i === strategy ? coded(degree) : 0)),
];

function* choices(from: number, count: number, start = 0): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let first = start; first < from; first++) {
    for (const rest of choices(from, count - 1, first + 1)) yield [first, ...rest];
  }
}

describe('planRuns', () => {
  it.each([
    [2, 3, []],
    [
      2,
      4,
      [
        [0.5, -1],
        [1, 1.2],
        [-1.5, -0.2],
      ],
    ],
    [3, 4, []],
    [
      3,
      5,
      [
        [1, 1, 0],
        [-1, -1, 0.1],
        [0.2, 0, -0.1],
      ],
    ],
  ])('is the best of all choices: %i strategies, %i runs', (strategies, count, known) => {
    const candidates = Array.from({ length: strategies }, (_, strategy) =>
      PLAN_DEGREES.map((degree) => vectorOf(strategies, strategy, degree)),
    ).flat();
    const before = known.map((row) => [1, ...row]);
    let best = -Infinity;
    for (const choice of choices(candidates.length, count)) {
      const rows = [...before, ...choice.map((at) => candidates[at]!)];
      best = Math.max(best, logDeterminant(rows, strategies + 1));
    }
    const { runs } = planRuns(known, strategies, count);
    const planned = runs.map(({ strategy, degree }) => vectorOf(strategies, strategy, degree));
    expect(logDeterminant([...before, ...planned], strategies + 1)).toBeCloseTo(best, 6);
  });

  it('makes a run twice only where there are more runs than kinds of them', () => {
    const degreesOf = (count: number) => planRuns([], 1, count).runs.map(({ degree }) => degree);
    // The ends alone would tell most, but each comes once.
    expect(degreesOf(5)).toEqual([0, 25, 50, 75, 100]);
    const seven = degreesOf(7);
    expect(seven.filter((degree) => degree === 0)).toHaveLength(2);
    expect(seven.filter((degree) => degree === 100)).toHaveLength(2);
  });

  it('tells every slope from seven runs on, and says which it cannot tell with fewer', () => {
    const eight = planRuns([], 6, 8);
    expect(new Set(eight.runs.map(({ strategy }) => strategy)).size).toBe(6);
    for (const deviation of eight.slopeDeviations) expect(deviation).toBeLessThan(1.5);
    const four = planRuns([], 6, 4);
    expect(four.slopeDeviations.filter((deviation) => deviation === Infinity)).toHaveLength(6);
    expect(planRuns([], 6, 7).slopeDeviations.every(Number.isFinite)).toBe(true);
  });

  it('tells apart what the runs so far could not', () => {
    const together = [-1.5, -0.5, 0.5, 1.5].map((value) => [value, value, -value]);
    const { runs } = planRuns(together, 3, 4);
    expect(new Set(runs.map(({ strategy }) => strategy)).size).toBeGreaterThan(1);
    expect(planRuns(together, 3, 4)).toEqual({ ...planRuns(together, 3, 4) });
  });

  it('plans more runs than there are kinds of them, and refuses what is no count', () => {
    expect(planRuns([], 1, 12).runs).toHaveLength(12);
    expect(() => planRuns([], 0, 4)).toThrow(RangeError);
    expect(() => planRuns([], 2, 0)).toThrow(RangeError);
    expect(() => planRuns([[1]], 2, 4)).toThrow(RangeError);
  });
});
