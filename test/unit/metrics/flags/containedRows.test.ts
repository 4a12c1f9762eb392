import { describe, expect, it } from 'vitest';
import { containedRows } from '../../../../src/metrics/flags/containedRows.ts';
import { distinctSets } from '../../../../src/metrics/flags/distinctSets.ts';
import { shinglesOf } from '../../../../src/metrics/text/shingles.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';

const setsOf = (texts: readonly string[]) => {
  const column = tokenColumnBuilder();
  for (const text of texts) {
    for (const shingle of shinglesOf([text], 3)) column.push(shingle);
    column.endRow();
  }
  return distinctSets(column.build(), 0.5);
};
const options = { threshold: 0.9, minSize: 8 };

const short = 'please send the parcel back to our warehouse within thirty days of delivery';
const long = `Thank you for writing to us. To return the lamp, ${short}, with the label that you will find in the box, and we refund the price.`;
const japanese = '返品はお届けから三十日以内にお願いいたします';

describe('containedRows', () => {
  it('finds a short text inside a long one, in words and in characters', () => {
    const texts = [
      long,
      short,
      `${'品物の状態をご確認ください。'.repeat(2)}${japanese}。送料はお客様のご負担です。箱も一緒にお送りください。`,
      japanese,
    ];
    const { rows, inRows, containment } = containedRows(setsOf(texts), options);
    expect([...rows]).toEqual([1, 3]);
    expect([...inRows]).toEqual([0, 2]);
    expect([...containment]).toEqual([1, 1]);
  });

  it('passes over what is too short, and over what is nearly as long as the other', () => {
    expect(containedRows(setsOf(['please send the parcel back', long]), options).rows).toHaveLength(
      0,
    );
    expect(containedRows(setsOf([short, `${short} at the latest`]), options).rows).toHaveLength(0);
  });

  it('takes a thousand parts of one template among thousands of long rows', () => {
    const frame = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
    const texts = [
      ...Array.from({ length: 3000 }, (_, at) => `${frame} slot${at} ${frame} end`),
      ...Array.from({ length: 1000 }, (_, at) => `${frame.slice(0, 150)} odd${at}`),
    ];
    const { rows, complete } = containedRows(setsOf(texts), options);
    expect(rows).toHaveLength(1000);
    expect(complete).toBe(true);
  });

  it('names the row that holds all of it, however many before hold most', () => {
    const tail = (at: number) =>
      `and so on ${at} then came the ${at} others who had been waiting at the gate`;
    const cut = short.split(' ').slice(0, -1).join(' ');
    const texts = [
      short,
      ...Array.from({ length: 70 }, (_, at) => `${cut} collection ${tail(at)}`),
      `${short} ${tail(70)}`,
      `${short} ${tail(71)}`,
    ];
    const { inRows, containment } = containedRows(setsOf(texts), options);
    expect([...inRows]).toEqual([71]);
    expect([...containment]).toEqual([1]);
  });

  it('throws RangeError for a threshold or a size that makes no sense', () => {
    const sets = setsOf([short]);
    expect(() => containedRows(sets, { threshold: 0, minSize: 8 })).toThrow(RangeError);
    expect(() => containedRows(sets, { threshold: 0.9, minSize: 0 })).toThrow(RangeError);
  });
});
