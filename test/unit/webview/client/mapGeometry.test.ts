import { expect, test } from 'vitest';
import { toScreen, wholeMap } from '../../../../src/webview/client/mapGeometry.ts';

test.each([
  { width: 480, height: 480 },
  { width: 900, height: 520 },
])('of a whole map of %o all corners are well inside the frame', (size) => {
  for (const corner of [-1, 1]) {
    const { x, y } = toScreen(wholeMap(size), size, { x: corner, y: corner });
    const clear = Math.min(x, y, size.width - x, size.height - y);
    expect(clear).toBeGreaterThanOrEqual(24);
  }
});
