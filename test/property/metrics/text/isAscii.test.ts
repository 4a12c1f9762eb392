import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAscii } from '../../../../src/metrics/text/isAscii.ts';

test('the answer is that of the text asked for, whatever was asked before', () => {
  const text = fc.constantFrom('', 'a', 'b', 'é', '\x7f', '\x80', 'a…', '語');
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      for (const asked of texts) {
        expect(isAscii(asked)).toBe(Array.from(asked).every((character) => character < '\x80'));
      }
    }),
  );
});
