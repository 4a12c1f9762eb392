import { expect, test } from 'vitest';
import { cutRows } from '../../../../src/metrics/text/rowSlices.ts';

const column = (...lengths: number[]) => ({
  values: new Uint32Array(lengths.reduce((sum, length) => sum + length, 0)),
  offsets: Uint32Array.from([0, ...lengths], (_, row) =>
    lengths.slice(0, row).reduce((sum, length) => sum + length, 0),
  ),
});

test('runs hold as many rows as go into so many tokens, and at least one', () => {
  const columns = [column(1, 0, 9, 0, 2, 0, 0), column(1, 1, 0, 0, 2, 0, 1)];
  expect(cutRows(columns, 4)).toEqual([
    { fromRow: 0, toRow: 2, tokens: 3 },
    { fromRow: 2, toRow: 3, tokens: 9 },
    { fromRow: 3, toRow: 6, tokens: 4 },
    { fromRow: 6, toRow: 7, tokens: 1 },
  ]);
  expect(cutRows(columns, Infinity)).toEqual([{ fromRow: 0, toRow: 7, tokens: 17 }]);
});

test('no rows are no runs', () => {
  expect(cutRows([column()], 4)).toEqual([]);
  expect(cutRows([], 4)).toEqual([]);
});

test('columns of different numbers of rows are refused', () => {
  expect(() => cutRows([column(1), column(1, 1)], 4)).toThrow(RangeError);
});
