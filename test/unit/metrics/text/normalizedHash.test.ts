import { describe, expect, it } from 'vitest';
import { normalizedHash } from '../../../../src/metrics/text/normalizedHash.ts';

describe('normalizedHash', () => {
  it.each([
    ['letter case', 'Hello World', 'hello wORLD'],
    ['runs of white space', 'a b  c', 'a\n\tb\u3000c'],
    ['white space around the text', '  a\r\n', 'a'],
    ['full-width forms', 'ＡＢＣ１２３', 'abc123'],
    ['composed and decomposed accents', 'Caf\u00e9', 'cafe\u0301'],
    ['line separators', 'a\u2028b', 'a b'],
    ['half-width kana', 'ｶﾞｰﾄﾞ', 'ガード'],
  ])('does not see %s', (_, a, b) => {
    expect(normalizedHash([a])).toEqual(normalizedHash([b]));
  });

  it.each([
    ['punctuation', 'a, b', 'a b'],
    ['the order of words', 'a b', 'b a'],
    ['a space inside a word', 'ab', 'a b'],
    ['a repeated word', 'a a', 'a'],
    ['accents', 'cafe', 'café'],
  ])('sees %s', (_, a, b) => {
    expect(normalizedHash([a])).not.toEqual(normalizedHash([b]));
  });

  it('sees where one text of a row ends and the next begins', () => {
    expect(normalizedHash(['a b', 'c'])).not.toEqual(normalizedHash(['a', 'b c']));
    expect(normalizedHash(['a', 'b'])).not.toEqual(normalizedHash(['a b']));
    expect(normalizedHash(['a ', ' b'])).toEqual(normalizedHash(['a', 'b']));
  });

  it('gives zero for blank texts, and blank texts do not count among others', () => {
    expect(normalizedHash([])).toEqual({ high: 0, low: 0 });
    expect(normalizedHash(['', ' \n'])).toEqual({ high: 0, low: 0 });
    expect(normalizedHash(['', 'a', ' '])).toEqual(normalizedHash(['a']));
  });

  it('gives different halves to a hundred thousand short texts', () => {
    const highs = new Set<number>();
    const both = new Set<string>();
    for (let text = 0; text < 100_000; text++) {
      const { high, low } = normalizedHash([String(text)]);
      highs.add(high);
      both.add(`${high} ${low}`);
    }
    expect(both.size).toBe(100_000);
    // Birthday bound: 100,000² / 2³³ ≈ 1.2 collisions of a good 32-bit half are expected.
    expect(highs.size).toBeGreaterThan(99_980);
  });
});
