import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctLines } from '../../../src/webview/viewModel/distinctLines.ts';

test('each line of some lists stands once, in ascending order', () => {
  const lists = fc.array(fc.array(fc.integer({ min: 1, max: 40 })));
  fc.assert(
    fc.property(lists, (lines) => {
      const expected = [...new Set(lines.flat())].sort((a, b) => a - b);
      expect([...distinctLines(lines)]).toEqual(expected);
    }),
  );
});
