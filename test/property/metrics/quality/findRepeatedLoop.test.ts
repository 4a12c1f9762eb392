import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRepeatedLoop } from '../../../../src/metrics/quality/findRepeatedLoop.ts';
import { createTokenBuffer } from '../../../../src/metrics/text/tokenBuffer.ts';

const word = fc.constantFrom(
  'so',
  'On',
  'and',
  'x1',
  '7',
  'é',
  '私',
  'a'.repeat(99),
  'ha'.repeat(50),
);
const separator = fc.constantFrom(' ', ', ', '\n', '-');
const words = fc
  .array(fc.tuple(word, separator), { maxLength: 12 })
  .map((pairs) => pairs.flat().join(''));
const looped = fc.tuple(words, fc.integer({ min: 1, max: 9 })).map(([text, n]) => text.repeat(n));
const texts = fc.array(fc.oneof(words, looped), { maxLength: 4 }).map((parts) => parts.join(''));

test('with the tokens of the text the same loop is found', () => {
  const tokens = createTokenBuffer();
  let found = 0;
  fc.assert(
    fc.property(texts, (text) => {
      tokens.read(text);
      const loop = findRepeatedLoop(text);
      if (loop) found++;
      expect(findRepeatedLoop(text, tokens)).toEqual(loop);
    }),
    { numRuns: 2_000 },
  );
  expect(found).toBeGreaterThan(100);
});

test.each([1, 2, 3, 4, 5, 6, 10, 40])(
  'the shortest loop of %i words is found with tokens',
  (period) => {
    const round = Array.from({ length: period }, (_, at) => `w${at}`);
    const loop = Array.from({ length: Math.max(16, 4 * period) }, (_, at) => round[at % period]);
    const text = `Here it begins: ${loop.join(' ')}`;
    const tokens = createTokenBuffer();
    tokens.read(text);
    expect(findRepeatedLoop(text, tokens)).toEqual(findRepeatedLoop(text));
    expect(findRepeatedLoop(text, tokens)).toBeDefined();
  },
);
