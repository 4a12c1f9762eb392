import { describe, expect, it } from 'vitest';
import { joinHashes, normalizedHash } from '../../../../src/metrics/text/normalizedHash.ts';

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

  const all = { unicode: true, case: true, whiteSpace: true, punctuation: true };
  it.each([
    ['punctuation', { ...all }, 'a, b!', 'a b', true],
    ['punctuation of other scripts', { ...all }, '返品、可能。', '返品可能', true],
    ['letter case', { ...all, case: false }, 'A b', 'a b', false],
    ['Unicode forms', { ...all, unicode: false }, 'ＡＢ', 'ab', false],
    ['runs of white space', { ...all, whiteSpace: false }, 'a  b', 'a b', false],
    ['white space at the end', { ...all, whiteSpace: false }, 'a ', 'a', false],
  ])('compares %s as it is told to', (_, normalization, a, b, isEqual) => {
    const same =
      normalizedHash([a], normalization).high === normalizedHash([b], normalization).high;
    expect(same).toBe(isEqual);
  });

  it('counts texts of which nothing is left as none', () => {
    expect(normalizedHash(['?!', ' '], all)).toEqual({ high: 0, low: 0 });
    expect(normalizedHash([' \n'], { ...all, whiteSpace: false })).toEqual({ high: 0, low: 0 });
  });

  it('joins the hashes of two fields, in their order, leaving out empty ones', () => {
    const a = normalizedHash(['a']);
    const b = normalizedHash(['b']);
    const none = normalizedHash([]);
    expect(joinHashes(a, none)).toEqual(a);
    expect(joinHashes(none, b)).toEqual(b);
    expect(joinHashes(a, b)).not.toEqual(joinHashes(b, a));
    expect(joinHashes(a, b)).toEqual(joinHashes({ ...a }, { ...b }));
    const seen = new Set<string>();
    for (let pair = 0; pair < 40_000; pair++) {
      const { high, low } = joinHashes(
        normalizedHash([String(pair % 200)]),
        normalizedHash([String(Math.floor(pair / 200))]),
      );
      seen.add(`${high} ${low}`);
    }
    expect(seen.size).toBe(40_000);
  });

  it('gives different halves to a hundred thousand short texts', { tags: 'slow' }, () => {
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
