import { expect, test } from 'vitest';
import { layDown } from '../../../../src/metrics/map/layDown.ts';

const spread = (layout: Float32Array, axis: 0 | 1) => {
  const values = layout.filter((_, i) => i % 2 === axis);
  return Math.max(...values) - Math.min(...values);
};
const distance = (layout: Float32Array, a: number, b: number) =>
  Math.hypot(layout[2 * a]! - layout[2 * b]!, layout[2 * a + 1]! - layout[2 * b + 1]!);

test('a layout that spreads most upwards, or aslant, spreads most from left to right then', () => {
  for (const layout of [
    Float32Array.of(0, 0, 0.1, 1, 0, 2, 0.1, 3),
    Float32Array.of(5, 5, 6, 6.1, 7, 7, 8, 8.1),
  ]) {
    const before = layout.slice();
    layDown(layout);
    expect(spread(layout, 0)).toBeGreaterThan(10 * spread(layout, 1));
    for (const [a, b] of [
      [0, 1],
      [0, 3],
      [1, 2],
    ] as const) {
      expect(distance(layout, a, b)).toBeCloseTo(distance(before, a, b), 5);
    }
  }
});

test('one that lies already, or spreads alike in all directions, only comes to its mean', () => {
  const lying = Float32Array.of(1, 1, 3, 1);
  layDown(lying);
  expect([...lying]).toEqual([-1, 0, 1, 0]);
  const square = Float32Array.of(0, 0, 2, 0, 0, 2, 2, 2);
  layDown(square);
  expect([...square]).toEqual([-1, -1, 1, -1, -1, 1, 1, 1]);
  const none = new Float32Array();
  layDown(none);
  expect(none).toHaveLength(0);
});
