import { expect, test } from 'vitest';
import { ODD_TOKENS, rowSurprise } from '../../../../src/metrics/flags/rowSurprise.ts';
import { forEachWording, type WordingOptions } from '../../../../src/metrics/flags/wordingModel.ts';
import { tokenColumnBuilder, type TokenColumn } from '../../../../src/metrics/text/tokenColumn.ts';
import golden from './wordingModel.json' with { type: 'json' };

// Expected values: wordingModel.py, which counts anew for every row that is left out.
const columns = [0, 1].map((text): TokenColumn => {
  const column = tokenColumnBuilder();
  for (const row of golden.rows) {
    for (const token of row[text]!) column.push(token);
    column.endRow();
  }
  return column.build();
});

function bitsOfRows(options?: WordingOptions): number[][] {
  const bits: number[][] = [];
  forEachWording(
    columns,
    (row, length, ofRow) => (bits[row] = [...ofRow.subarray(0, length)]),
    options,
  );
  return bits;
}

test('each token surprises as it does under the model of all other rows', () => {
  const bits = bitsOfRows();
  golden.bits.forEach((expected, row) => {
    expect(bits[row]).toEqual(expected.map((value) => expect.closeTo(value, 3) as number));
  });
});

test.each([1, 7, 1000])('sorting %i tokens together changes nothing', (tokensPerSlice) => {
  expect(bitsOfRows({ tokensPerSlice })).toEqual(bitsOfRows());
});

test('a row surprises by the mean of its tokens, and its oddest come first', () => {
  const { surpriseBits, oddPlaces } = rowSurprise(columns);
  golden.bits.forEach((bits, row) => {
    const mean = bits.reduce((sum, value) => sum + value, 0) / bits.length;
    expect(surpriseBits[row]).toBeCloseTo(bits.length === 0 ? -1 : mean, 3);
  });
  expect([...oddPlaces.subarray(4 * ODD_TOKENS, 4 * ODD_TOKENS + 2)].sort()).toEqual([3, 4]);
});

test('a row that the model did not learn from is scored with all counts', () => {
  const learned = new Uint8Array(12).fill(1);
  learned[4] = 0;
  expect(bitsOfRows({ learned })[4]![3]).toBeGreaterThan(Math.log2(200_000));
});

test('columns of different numbers of rows are refused', () => {
  const uneven = [columns[0]!, tokenColumnBuilder().build()];
  expect(() => forEachWording(uneven, () => undefined)).toThrow(RangeError);
});
