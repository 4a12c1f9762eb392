import { expect, test } from 'vitest';
import { reachOf, toScreen, wholeMap } from '../../../../src/webview/client/mapGeometry.ts';

const SIZES = [
  { width: 480, height: 480 },
  { width: 900, height: 520 },
  { width: 260, height: 560 },
];
const MAPS = [
  [1, 1],
  [1, 0.3],
  [0.3, 1],
  [1, 0],
] as const;

test.each(SIZES)('of a whole map of %o all corners are well inside the frame', (size) => {
  for (const [x, y] of MAPS) {
    const camera = wholeMap(size, reachOf(Float32Array.of(x, y, -x, -y)));
    const clear = [-1, 1].map((sign) => {
      const corner = toScreen(camera, size, { x: sign * x, y: sign * y });
      return Math.min(corner.x, corner.y, size.width - corner.x, size.height - corner.y);
    });
    expect(Math.min(...clear)).toBeCloseTo(32, 3);
  }
});

test('of a map whose points are in one place they are in the middle', () => {
  const reach = reachOf(Float32Array.of(0, 0, 0, 0));
  const size = { width: 480, height: 300 };
  expect(toScreen(wholeMap(size, reach), size, { x: 0, y: 0 })).toEqual({ x: 240, y: 150 });
  expect(wholeMap(size, reachOf(new Float32Array())).pixelsPerUnit).toBeGreaterThan(0);
});
