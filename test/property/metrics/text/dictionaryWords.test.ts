import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { dictionaryWords } from '../../../../src/metrics/text/dictionaryWords.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

function wordsOfWhole(text: string): string[] {
  return Array.from(segmenter.segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

const part = fc.constantFrom(
  ...[
    '東京都に住んでいる人',
    'サッカーボール',
    '機械学習のモデルを訓練する',
    'がぎぐ',
    '自然语言处理的方法',
  ],
  ...['สวัสดีครับ', 'GPT-4', '3.14', '1，000', "it's", 'a_b', '𠮷野家', 'e\u0301', '👩‍💻', '12:30'],
);
const mark = fc.constantFrom(
  ...Array.from('。、！？!?「」『』（）()… \n\u3000・，．：.,'),
  '。\uFE0F',
  '」。',
  '',
);
const sentence = fc
  .tuple(
    fc.array(fc.tuple(part, mark), { minLength: 1, maxLength: 12 }),
    fc.constantFrom('。', '！ ', '\n'),
  )
  .map(([parts, end]) => parts.flat().join('') + end);

test('the words of a long text with sentence marks are those of the text as a whole', () => {
  const sentences = fc.array(sentence, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(sentences, fc.integer({ min: 1, max: 10 }), (parts, times) => {
      const text = parts.join('').repeat(times);
      expect(dictionaryWords()(text)).toEqual(wordsOfWhole(text));
    }),
    { numRuns: 60 },
  );
});

test('a text without any mark is cut between characters, and none of it is lost', () => {
  const text = '𠮷東京'.repeat(3_000);
  const words = dictionaryWords()(text);
  expect(words.join('')).toBe(text);
  expect(words.every((word) => word.isWellFormed())).toBe(true);
});

test('no piece is longer than what a segmenter cuts in time that grows with the text', () => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  dictionaryWords()('機械学習のモデルを訓練する'.repeat(2_000));
  dictionaryWords()('機械学習のモデルを訓練する。'.repeat(2_000));
  const lengths = segment.mock.calls.map(([text]) => text.length);
  segment.mockRestore();
  expect(Math.max(...lengths)).toBeLessThanOrEqual(2_000);
});
