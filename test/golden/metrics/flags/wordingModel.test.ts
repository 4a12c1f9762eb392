import { expect, test } from 'vitest';
import { rowSurprise } from '../../../../src/metrics/flags/rowSurprise.ts';
import { createWordingModel } from '../../../../src/metrics/flags/wordingModel.ts';
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

test('each token surprises as it does under the model of all other rows', () => {
  const model = createWordingModel(columns);
  golden.bits.forEach((expected, row) => {
    const bits = [...model.tokenSurpriseBits(row)];
    expect(bits).toEqual(expected.map((value) => expect.closeTo(value, 3) as number));
  });
});

test('a row surprises by the mean of its tokens, and its oddest come first', () => {
  const { surpriseBits, oddPlaces } = rowSurprise(createWordingModel(columns), 12, () => undefined);
  golden.bits.forEach((bits, row) => {
    const mean = bits.reduce((sum, value) => sum + value, 0) / bits.length;
    expect(surpriseBits[row]).toBeCloseTo(bits.length === 0 ? -1 : mean, 3);
  });
  expect([...oddPlaces.subarray(20, 22)].sort()).toEqual([3, 4]);
});

test('a row that the model did not learn from is scored with all counts', () => {
  const learned = new Uint8Array(12).fill(1);
  learned[4] = 0;
  const [never] = createWordingModel(columns, { learned }).tokenSurpriseBits(4).subarray(3);
  expect(never).toBeGreaterThan(Math.log2(200_000));
});

test('columns of different numbers of rows are refused', () => {
  expect(() => createWordingModel([columns[0]!, tokenColumnBuilder().build()])).toThrow(RangeError);
});
