import { describe, expect, it } from 'vitest';
import { recurringPhrases } from '../../../../src/metrics/micro/recurringPhrases.ts';
import { wholeWordPhrases } from '../../../../src/metrics/micro/wholeWordPhrases.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';
import { tokenText } from '../../../../src/metrics/text/tokenText.ts';
import { hashedTokens } from '../../../support/hashedTokens.ts';

function find(texts: readonly string[]) {
  const builder = tokenColumnBuilder();
  for (const text of texts) {
    for (const token of hashedTokens(text)) builder.push(token);
    builder.endRow();
  }
  const column = builder.build();
  const { phrases } = recurringPhrases(column, 5, 50);
  const asFound = (some: typeof phrases) =>
    some.map(({ row, start, length, rows, firstRows }) => ({
      text: tokenText(texts[row]!, start - column.offsets[row]!, length),
      rows,
      firstRows,
    }));
  const whole = wholeWordPhrases(phrases, column, 5, (row) => texts[row]!);
  return { cut: asFound(phrases), whole: asFound(whole) };
}

const PEOPLE = ['男性', '女性'];
const PLACES = ['駅', '海', '山', '庭', '店', '橋', '畑', '町', '森', '川'];

describe('wholeWordPhrases', () => {
  it('leaves out the part of a word at the beginning, and counts the rows that have what is left', () => {
    const standing = PLACES.map((place, at) => `${place}に${PEOPLE[at % 2]!}が静かに立っています`);
    const { cut, whole } = find(['子供が静かに立っています', ...standing]);
    expect(cut[0]).toEqual({
      text: '性が静かに立っています',
      rows: 10,
      firstRows: [1, 2, 3, 4, 5],
    });
    expect(whole[0]).toEqual({
      text: 'が静かに立っています',
      rows: 11,
      firstRows: [0, 1, 2, 3, 4],
    });
    expect(whole.map(({ text }) => text).slice(1)).toEqual(cut.map(({ text }) => text).slice(1));
  });

  it('leaves out the part of a word at the end', () => {
    const endings = ['立大学', 'では', '立病院', 'から', '知事', 'まで'];
    const { cut, whole } = find(
      endings.map((ending, at) => `${PLACES[at]!}、カリフォルニア州${ending}`),
    );
    expect(cut).toMatchObject([{ text: 'カリフォルニア州', rows: 6 }]);
    expect(whole).toMatchObject([{ text: 'カリフォルニア', rows: 6 }]);
  });

  it('leaves phrases of words with spaces as they are', () => {
    const { cut, whole } = find(
      PLACES.map((_, at) => `${at} I do not know the answer to number ${at}`),
    );
    expect(whole).toEqual(cut);
    expect(whole).toMatchObject([{ text: 'I do not know the answer to number', rows: 10 }]);
  });
});
