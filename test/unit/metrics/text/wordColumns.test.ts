import { describe, expect, it } from 'vitest';
import { wordColumnsBuilder } from '../../../../src/metrics/text/wordColumns.ts';
import { wordReader } from '../../../../src/metrics/text/wordReader.ts';

function read(text: string) {
  const columns = wordColumnsBuilder();
  columns.add(wordReader()(text));
  columns.endRow();
  const { tokens, words, wordTypes } = columns.build();
  return { tokens: tokens.values.length, words: words.values.length, wordTypes };
}

describe('wordColumnsBuilder', () => {
  it('reads nothing in a text without words', () => {
    expect(read('')).toEqual({ tokens: 0, words: 0, wordTypes: 0 });
    expect(read(' \n\t')).toEqual({ tokens: 0, words: 0, wordTypes: 0 });
    expect(read('… — 42!')).toEqual({ tokens: 3, words: 0, wordTypes: 0 });
  });

  it('keeps tokens as they are written, words without case, digits, dashes and punctuation', () => {
    // Tokens: The, well-known, cat;, the, cat's, toy. Words: the, wellknown, cat, the, cat, s, toy.
    expect(read('The well-known cat; the cat\u2019s toy')).toEqual({
      tokens: 6,
      words: 7,
      wordTypes: 5,
    });
  });

  it('reads no words in emoji, nor in marks by themselves', () => {
    expect(read('great ❤️ day ☀️ today friend')).toEqual({ tokens: 6, words: 4, wordTypes: 4 });
    expect(read('day ☀️day 3️⃣day')).toEqual({ tokens: 3, words: 3, wordTypes: 1 });
    expect(read('👩🏽‍❤️‍👨🏻 1️⃣ ✔️⚠️ ि \u0301')).toEqual({ tokens: 5, words: 0, wordTypes: 0 });
    expect(read('हिन्दी é e\u0301')).toEqual({ tokens: 3, words: 3, wordTypes: 3 });
  });

  it.each([
    ['Japanese', '猫は魚が好きです。犬は骨が好きです。', 8, 16],
    ['Chinese', '我们今天去北京大学学习人工智能。', 6, 14],
    ['Thai', 'ภาษาไทยเป็นภาษาที่สวยงามและน่าสนใจ', 6, 16],
    ['Japanese among Latin words', 'Pythonのプログラムを書いてください', 5, 10],
  ])(
    'cuts %s into words, neither one for all nor one for each character',
    (_, text, least, most) => {
      const { words, wordTypes } = read(text);
      expect(words).toBeGreaterThanOrEqual(least);
      expect(words).toBeLessThanOrEqual(most);
      expect(wordTypes).toBeGreaterThan(3);
    },
  );

  it('knows a word again that recurs in a script without spaces', () => {
    const { words, wordTypes } = read('猫は魚が好きです。犬は骨が好きです。');
    expect(wordTypes).toBeLessThan(words);
  });

  it('numbers words by itself, whatever the reader has read before', () => {
    const readWords = wordReader();
    readWords('cat dog eel '.repeat(2000));
    readWords(
      Array.from({ length: 3000 }, (_, at) => `w${'abcdefghij'[at % 10]!.repeat(at)}`).join(' '),
    );
    const columns = wordColumnsBuilder();
    columns.add(readWords('eel cat Eel'));
    columns.add(readWords('dog'));
    columns.endRow();
    const { words, wordTypes } = columns.build();
    expect([...words.values]).toEqual([0, 1, 0, 2]);
    expect(wordTypes).toBe(3);
  });

  it('finds the names in code', () => {
    // def, add, a, b, return, a, b
    expect(read('def add(a, b):\n    return a + b')).toMatchObject({ words: 7, wordTypes: 5 });
  });
});
