import { expect, test } from 'vitest';
import { lineAt, resistantLine, thirdsAlong } from '../../../../src/metrics/flags/resistantLine.ts';

const lineOf = (x: readonly number[], y: readonly number[]) => {
  const thirds = thirdsAlong(Uint32Array.from(x.keys()), Float64Array.from(x));
  const line = resistantLine(thirds, Float64Array.from(y));
  return (at: number) => lineAt(line, at);
};

test('a line is found though some points lie far from it, and is level beyond the thirds', () => {
  const x = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const line = lineOf(x, [1, 3, 500, 7, 9, 11, 13, 15, 900]);
  expect(line(4)).toBeCloseTo(9, 12);
  expect(line(6)).toBeCloseTo(13, 12);
  expect(line(100)).toBe(line(7));
  expect(line(-100)).toBe(line(1));
});

test('the order of the points has no part in it', () => {
  const x = [5, 1, 1, 3, 2, 8, 5, 5];
  const y = [4, 1, 7, 2, 2, 9, 5, 6];
  const turned = lineOf(x.toReversed(), y.toReversed());
  for (const at of [1, 2, 4, 8]) expect(turned(at)).toBe(lineOf(x, y)(at));
});

test('where all points have the same x the line is level at their median', () => {
  const line = lineOf([2, 2, 2, 2], [1, 10, 3, 4]);
  expect([line(-1), line(2), line(9)]).toEqual([3.5, 3.5, 3.5]);
});
