import { expect, test } from 'vitest';
import { fitParabola } from '../../../../src/metrics/stats/fitParabola.ts';

test('finds the parabola on which the points lie', () => {
  const xs = [-4, 0, 1, 7];
  const fitted = fitParabola(
    xs,
    xs.map((x) => 2 * (x - 3) ** 2 + 5),
  )!;
  expect(fitted.at).toBeCloseTo(3, 10);
  expect(fitted.lowest).toBeCloseTo(5, 10);
  expect(fitted.curvature).toBeCloseTo(2, 10);
});

test('has the least squared distance from points beside it, as numpy.polyfit(x, y, 2) of NumPy 2.4.6', () => {
  const fitted = fitParabola([0.7, 1.1, 1.4, 1.8, 2.1], [8.39, 8.35, 8.34, 8.42, 8.55])!;
  expect(fitted.curvature).toBeCloseTo(0.25401623769217774, 10);
  expect(fitted.at).toBeCloseTo(1.1902584155049423, 10);
  expect(fitted.lowest).toBeCloseTo(8.334206331283827, 10);
});

test('is undefined where no parabola is the only one', () => {
  expect(fitParabola([], [])).toBeUndefined();
  expect(fitParabola([1, 2, 2], [1, 2, 3])).toBeUndefined();
  expect(fitParabola([1, 2, 3], [1, 2, 3])).toBeUndefined();
});
