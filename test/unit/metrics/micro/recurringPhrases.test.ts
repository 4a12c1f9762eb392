import { describe, expect, it } from 'vitest';
import { recurringPhrases } from '../../../../src/metrics/micro/recurringPhrases.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { hashedTokens } from '../../../support/hashedTokens.ts';
import { tokenText } from '../../../../src/metrics/text/tokenText.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';

function find(texts: readonly string[], minRows = 5) {
  const builder = tokenColumnBuilder();
  for (const text of texts) {
    for (const token of hashedTokens(text)) builder.push(token);
    builder.endRow();
  }
  const column = builder.build();
  return recurringPhrases(column, minRows, 50).phrases.map(
    ({ row, start, length, rows, firstRows }) => {
      const text = tokenText(texts[row]!, start - column.offsets[row]!, length);
      return { text, rows, firstRows };
    },
  );
}

const random = createRandom(7);
const noise = () => Array.from({ length: 6 }, () => `w${Math.floor(1e6 * random())}`).join(' ');
const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index));

describe('recurringPhrases', () => {
  it('finds nothing in no rows, short rows and rows that share nothing', () => {
    expect(find([])).toEqual([]);
    expect(find(rows(20, () => 'too short'))).toEqual([]);
    expect(find(rows(50, noise))).toEqual([]);
  });

  it('finds a phrase whole, as the first row writes it, and none of its parts', () => {
    const texts = rows(40, (index) =>
      index < 12 ? `${noise()}. As an AI language model, I cannot ${noise()}` : noise(),
    );
    expect(find(texts)).toEqual([
      { text: 'As an AI language model, I cannot', rows: 12, firstRows: [0, 1, 2, 3, 4] },
    ]);
  });

  it('keeps a part that enough other rows have, and extends while nearly all rows do', () => {
    const texts = [
      ...rows(20, () => `Write a short poem about the sea ${noise()}`),
      ...rows(10, () => `Write a short poem for ${noise()}`),
      // One row in twenty breaks off earlier, which does not cut the phrase short.
      ...rows(1, () => `Write a short poem about the ${noise()}`),
    ];
    expect(find(texts).map(({ text, rows: count }) => [text, count])).toEqual([
      ['Write a short poem about the sea', 20],
      ['Write a short poem', 31],
      ['Write a short poem for', 10],
    ]);
  });

  it('counts a row once, however often it says a phrase', () => {
    const phrase = 'to be or not to be';
    const texts = rows(6, () => `${phrase} ${noise()} ${phrase} ${noise()}`);
    expect(find(texts)[0]).toMatchObject({ text: phrase, rows: 6 });
  });

  it.each([
    [
      'Japanese',
      'ご不便をおかけして申し訳ございません',
      ['猫', '犬', '空', '海', '山', '川', '森'],
    ],
    ['Chinese', '作为一个人工智能语言模型', ['猫', '狗', '天', '海', '山', '河', '林']],
    ['Thai', 'ขออภัยในความไม่สะดวกเป็นอย่างยิ่ง', ['ก', 'ข', 'ค', 'ง', 'จ', 'ฉ', 'ช']],
    ['code', 'import numpy as np', ['alpha', 'beta', 'gamma', 'delta', 'eps', 'zeta', 'eta']],
  ])('finds a template in %s', (_, phrase, words) => {
    const texts = words.map((word, index) => `${word} ${phrase}\n${words[(index + 3) % 7]!}`);
    expect(find(texts)[0]).toMatchObject({ text: phrase, rows: 7 });
  });

  it('does not take a common ending of Japanese sentences for a template', () => {
    const words = ['猫', '犬', '鳥', '魚', '馬', '牛', '羊'];
    expect(find(words.map((word) => `${word}があります。`))).toEqual([]);
  });

  it('refuses a minimum below two rows', () => {
    expect(() => find(['a'], 1)).toThrow(RangeError);
  });
});
