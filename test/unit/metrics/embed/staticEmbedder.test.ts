import { describe, expect, test } from 'vitest';
import { readGlosses } from '../../../../src/engine/loadEmbeddingTable.ts';
import { createStaticEmbedder } from '../../../../src/metrics/embed/staticEmbedder.ts';
import { builtInTable, cosine, embed } from './builtInTable.ts';

const isFinite = (vector: Float32Array): boolean => vector.every(Number.isFinite);
const isZero = (vector: Float32Array): boolean => vector.every((value) => value === 0);

describe('texts without a meaning', () => {
  test.each([
    ['empty text', ''],
    ['white space', ' \t\r\n\u3000'],
    ['control characters', '\0\u0001\u200b'],
    ['lone surrogates', '\ud800 \udc00\ud83d'],
  ])('%s adds nothing', (_, text) => {
    expect(isZero(embed(text))).toBe(true);
  });
});

describe('every other text has a finite vector that is not zero', () => {
  test.each([
    ['emoji only', '😀😀🎉'],
    ['a lone surrogate in a word', 'good\ud800morning'],
    ['Japanese', '駅まで歩いて二十分です。'],
    ['Chinese', '我想取消昨天的订单。'],
    ['Thai', 'ฉันต้องการยกเลิกคำสั่งซื้อ'],
    ['Korean', '주문을 취소하고 싶습니다'],
    ['code', 'for (let i = 0; i < n; i++) { sum += x[i]; }'],
    ['half-width katakana', 'ｷｬﾝｾﾙ'],
    ['one letter', 'x'],
    ['one kana', 'の'],
    ['a word of 1 MB', 'x'.repeat(1_000_000)],
    ['1 MB of kanji', '語'.repeat(350_000)],
    ['an escaped special token', '[CLS] [MASK] <|endoftext|>'],
  ])('%s', (_, text) => {
    const vector = embed(text);
    expect(isFinite(vector)).toBe(true);
    expect(isZero(vector)).toBe(false);
  });
});

describe('what is meant alike lies near', () => {
  test.each([
    ['How do I cancel my order?', 'I want to call off a purchase', 'The cat sleeps on the roof'],
    ['注文をキャンセルしたい', '注文の取り消しをお願いします', '猫が屋根で寝ている'],
    ['我想取消订单', '请帮我取消这个订单', '猫在屋顶上睡觉'],
  ])('%s', (text, near, far) => {
    expect(cosine(embed(text), embed(near))).toBeGreaterThan(cosine(embed(text), embed(far)) + 0.1);
  });

  test('across three languages', () => {
    const english = embed('The cat sleeps on the roof of the house');
    const other = embed('I want to cancel my order and get a refund');
    for (const text of ['猫が家の屋根で寝ている', '猫在房子的屋顶上睡觉']) {
      expect(cosine(embed(text), english)).toBeGreaterThan(cosine(embed(text), other) + 0.1);
    }
  });

  test('traditional and simplified characters', () => {
    expect(cosine(embed('我想取消訂單'), embed('我想取消订单'))).toBeGreaterThan(0.7);
  });

  test('full-width and half-width forms are one', () => {
    expect(embed('ＡＢＣ １２３ ｷｬﾝｾﾙ')).toEqual(embed('abc 123 キャンセル'));
  });
});

test('a vector does not depend on what was embedded before', { tags: 'slow' }, () => {
  const used = createStaticEmbedder(builtInTable, readGlosses);
  const target = new Float32Array(512);
  // More distinct words than the embedder keeps.
  for (let i = 0; i < 50_000; i += 100) {
    used.addTo(Array.from({ length: 100 }, (_, k) => `w${i + k}x`).join(' '), target);
  }
  target.fill(0);
  used.addTo('the same text, 同じ文', target);
  expect(target).toEqual(embed('the same text, 同じ文'));
});

test(
  'a text of more distinct words than are counted at once has the meaning of its words',
  { tags: 'slow' },
  () => {
    const many = Array.from({ length: 40_000 }, (_, i) => `w${i}x`);
    const vector = embed(many.join(' '));
    expect(isFinite(vector)).toBe(true);
    expect(cosine(vector, embed(many.toReversed().join(' ')))).toBeGreaterThan(0.9999);
  },
);

test('a row of two texts is the sum of theirs', () => {
  const embedder = createStaticEmbedder(builtInTable, readGlosses);
  const sum = new Float32Array(512);
  embedder.addTo('What is the capital of France?', sum);
  embedder.addTo('Paris.', sum);
  const question = embed('What is the capital of France?');
  const answer = embed('Paris.');
  sum.forEach((value, i) => expect(value).toBeCloseTo(question[i]! + answer[i]!, 5));
});

test('a target of another length is the caller’s mistake', () => {
  const embedder = createStaticEmbedder(builtInTable, readGlosses);
  expect(() => embedder.addTo('text', new Float32Array(256))).toThrow(
    new RangeError('got a target of 256 numbers, expected 512'),
  );
});

test('the table of Chinese and Japanese words is read when the first of them comes up, and not before', () => {
  let times = 0;
  const embedder = createStaticEmbedder(builtInTable, (file) => {
    times++;
    return readGlosses(file);
  });
  const vector = new Float32Array(512);
  embedder.addTo('Latin, кириллица and 한국어', vector);
  expect(times).toBe(0);
  embedder.addTo('語', vector);
  embedder.addTo('かな', vector);
  expect(times).toBe(1);
});

test('a table of Chinese and Japanese words with other columns is refused', () => {
  const embedder = createStaticEmbedder(builtInTable, (file) => {
    const table = readGlosses(file);
    return { ...table, glossVectors: { ...table.glossVectors, columns: 128 } };
  });
  expect(() => embedder.addTo('語', new Float32Array(512))).toThrow(
    new RangeError('got glosses of 128 columns, expected 256'),
  );
});
