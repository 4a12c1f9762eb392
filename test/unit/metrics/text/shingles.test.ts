import { describe, expect, it } from 'vitest';
import { shinglesOf as rowShingles } from '../../../../src/metrics/text/shingles.ts';

function shinglesOf(texts: string | readonly string[], shingleTokens: number): number[] {
  return [...rowShingles(typeof texts === 'string' ? [texts] : texts, shingleTokens)];
}

describe('shinglesOf', () => {
  it('gives one shingle for each run of tokens', () => {
    expect(shinglesOf('one two three four five', 3)).toHaveLength(3);
    expect(shinglesOf('one two three four five', 5)).toHaveLength(1);
  });

  it('gives one shingle to a text that is shorter, none to a text without words', () => {
    expect(shinglesOf('one two', 5)).toHaveLength(1);
    expect(shinglesOf('one', 5)).not.toEqual(shinglesOf('one two', 5));
    expect(shinglesOf('', 5)).toEqual([]);
    expect(shinglesOf('?! — …', 5)).toEqual([]);
  });

  it('gives distinct shingles in ascending order', () => {
    const shingles = shinglesOf('a b a b a b a b c d e f g h i j k l m n', 2);
    expect(shingles).toEqual([...new Set(shingles)].sort((a, b) => a - b));
    expect(shinglesOf('a b a b a b a b', 2)).toHaveLength(2);
  });

  it('ignores case, punctuation, white space and width', () => {
    expect(shinglesOf('“Hello”, (big)\n World!!', 3)).toEqual(
      shinglesOf('ｈｅｌｌｏ big world', 3),
    );
  });

  it('tells the order and the ends of words', () => {
    expect(shinglesOf('a b c', 3)).not.toEqual(shinglesOf('c b a', 3));
    expect(shinglesOf('ab c', 1)).not.toEqual(shinglesOf('a bc', 1));
  });

  it.each([
    ['Han', '数据集的多样性'],
    ['kana', 'ひらがなとカナ'],
    ['a long vowel', 'スーパー'],
    ['Thai', 'ภาษาไทย'],
    ['Burmese', 'မြန်မာ'],
    ['ideographs beyond the basic plane', '𠀀𠀁𠀂'],
  ])('takes each character of %s as a token', (_, text) => {
    expect(shinglesOf(text, 2)).toHaveLength(
      new Set(
        Array.from(text)
          .slice(1)
          .map((unit, at) => Array.from(text)[at]! + unit),
      ).size,
    );
  });

  it('keeps words of other scripts and their marks whole', () => {
    expect(shinglesOf('हिन्दी भाषा', 1)).toHaveLength(2);
    expect(shinglesOf('한국어 문장', 1)).toHaveLength(2);
    expect(shinglesOf('Straße, Ёлка', 1)).toHaveLength(2);
  });

  it('lets no shingle cross from one text of a row to the next', () => {
    const row = shinglesOf(['a b c', 'd e f'], 3);
    expect(row).toEqual(
      [...shinglesOf('a b c', 3), ...shinglesOf('d e f', 3)].sort((a, b) => a - b),
    );
  });

  it('throws RangeError for shingles of no tokens', () => {
    expect(() => shinglesOf('a', 0)).toThrow(RangeError);
    expect(() => shinglesOf('a', 1.5)).toThrow(RangeError);
  });
});
