import fc from 'fast-check';
import { expect, test } from 'vitest';
import { harmlessText } from '../../../../src/metrics/text/harmlessText.ts';

const hostile = fc.string({
  unit: fc.oneof(
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
    fc.constantFrom('\u202e', '\u0000', '\ud800', '\r\n', '\u2028', '😀', '<script>'),
  ),
});

test('no text leaves with a control character, a direction override or half a character', () => {
  fc.assert(
    fc.property(hostile, fc.nat(40), (text, maxLength) => {
      const shown = harmlessText(text, maxLength);
      expect(shown.isWellFormed()).toBe(true);
      expect(shown).not.toMatch(
        /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u,
      );
    }),
  );
});

test('printable ASCII within the limit comes out as it went in', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~]{0,200}$/), (text) => {
      expect(harmlessText(text)).toBe(text);
    }),
  );
});
