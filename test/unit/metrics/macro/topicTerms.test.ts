import { describe, expect, it } from 'vitest';
import { isTopicTerm, topicWords } from '../../../../src/metrics/macro/topicTerms.ts';

describe('topicWords', () => {
  it('are in lower case, in order, each as often as it stands there', () => {
    expect(topicWords('Dogs and CATS, dogs!')).toEqual(['dogs', 'and', 'cats', 'dogs']);
  });

  it('begin with a letter: numbers are none, and go on in a word', () => {
    expect(topicWords('3 x2 2x 4th B2B 2024')).toEqual(['x2', 'x', 'th', 'b2b']);
  });

  it('are parted by anything but hyphens and apostrophes between letters', () => {
    expect(topicWords("e-mail's co-op--ed 'quoted' rock-'n-roll x-2 a_b")).toEqual([
      ...["e-mail's", 'co-op', 'ed', 'quoted', 'rock', 'n-roll', 'x', 'a', 'b'],
    ]);
  });

  it('have typographic apostrophes as plain ones, wide letters as narrow ones and ligatures apart', () => {
    expect(topicWords('don’t ＡＢＣ ﬁne')).toEqual(["don't", 'abc', 'fine']);
  });

  it('keep their marks, composed or not', () => {
    expect(topicWords('cafe\u0301 हिन्दी')).toEqual(['café', 'हिन्दी']);
  });

  it.each([
    ['Han', '东京大学', /^[东京大学]+$/u],
    ['hiragana', 'ありがとう', /^[ありがとう]+$/u],
    ['katakana, with its long vowel', 'コーヒー', /^[コーヒ]+$/u],
    ['the mark that repeats a character', '人々', /^人々$/u],
    ['Thai', 'สวัสดีครับ', /^[\p{Script=Thai}]+$/u],
    ['Lao', 'ສະບາຍດີ', /^[\p{Script=Lao}]+$/u],
    ['Khmer', 'សួស្តី', /^[\p{Script=Khmer}]+$/u],
    ['Burmese', 'မင်္ဂလာပါ', /^[\p{Script=Myanmar}]+$/u],
  ])(
    'are segments of a run of %s, which hold all of it and nothing of what stands beside',
    (_, run, own) => {
      const words = topicWords(`in ${run}x, out`);
      expect(words.slice(1, -2).join('')).toBe(run);
      expect([words[0], ...words.slice(-2)]).toEqual(['in', 'x', 'out']);
      for (const word of words.slice(1, -2)) expect(word).toMatch(own);
    },
  );

  it('are none in a text without letters', () => {
    expect(topicWords('')).toEqual([]);
    expect(topicWords(' 42 — …')).toEqual([]);
  });
});

describe('isTopicTerm', () => {
  it('has from 2 to 40 characters', () => {
    expect([1, 2, 40, 41].map((length) => isTopicTerm('x'.repeat(length)))).toEqual([
      ...[false, true, true, false],
    ]);
  });

  it('is no stop word', () => {
    expect(['the', 'and', 'refund'].map(isTopicTerm)).toEqual([false, false, true]);
  });

  it('is no hiragana of up to three characters, as endings and particles are', () => {
    expect(['ます', 'から', 'ですね', 'らーめ'].map(isTopicTerm)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(['ありがと', 'らーめん', '食べる', 'カフェ', 'はx'].map(isTopicTerm)).toEqual([
      ...[true, true, true, true, true],
    ]);
  });
});
