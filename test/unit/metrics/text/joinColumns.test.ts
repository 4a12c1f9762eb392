import { describe, expect, it } from 'vitest';
import { joinColumns } from '../../../../src/metrics/text/joinColumns.ts';
import { tokenColumnBuilder, type TokenColumn } from '../../../../src/metrics/text/tokenColumn.ts';

function columnOf(rows: readonly (readonly number[])[]): TokenColumn {
  const builder = tokenColumnBuilder();
  for (const row of rows) {
    for (const token of row) builder.push(token);
    builder.endRow();
  }
  return builder.build();
}

const rowsOf = ({ values, offsets }: TokenColumn) =>
  Array.from(offsets.subarray(1), (end, row) => [...values.subarray(offsets[row], end)]);

describe('joinColumns', () => {
  it('puts the fields of each row one after the other', () => {
    const instructions = columnOf([[1, 2], [], [3]]);
    const responses = columnOf([[4], [5, 6], []]);
    const column = joinColumns([instructions, responses]);
    expect(rowsOf(column)).toEqual([[1, 2, 4], [5, 6], [3]]);
  });

  it('takes a single column as it is', () => {
    const column = columnOf([[1], [2, 3]]);
    expect(joinColumns([column])).toBe(column);
  });

  it('refuses columns that are not about the same rows', () => {
    expect(() => joinColumns([])).toThrow(RangeError);
    expect(() => joinColumns([columnOf([[1]]), columnOf([[1], [2]])])).toThrow(
      'got a column of 2 rows, expected 1',
    );
  });
});
