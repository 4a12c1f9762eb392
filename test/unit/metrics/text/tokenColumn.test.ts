import { describe, expect, it } from 'vitest';
import { concatColumns, tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';

const columnOf = (rows: readonly (readonly number[])[]) => {
  const builder = tokenColumnBuilder();
  for (const row of rows) {
    row.forEach((value) => builder.push(value));
    builder.endRow();
  }
  return builder.build();
};

describe('tokenColumnBuilder', () => {
  it('builds an empty column of no rows', () => {
    expect(columnOf([])).toEqual({ values: new Uint32Array(0), offsets: Uint32Array.of(0) });
  });

  it('keeps rows without tokens', () => {
    const column = columnOf([[], [7, 4_294_967_295], [], [1]]);
    expect([...column.values]).toEqual([7, 4_294_967_295, 1]);
    expect([...column.offsets]).toEqual([0, 0, 2, 2, 3]);
  });

  it('grows beyond its first size in both directions', () => {
    const rows = Array.from({ length: 1000 }, (_, row) => Array<number>(row % 7).fill(row));
    const column = columnOf(rows);
    expect([...column.values]).toEqual(rows.flat());
    expect(column.offsets).toHaveLength(1001);
    expect(column.offsets.at(-1)).toBe(column.values.length);
  });

  it('leaves out tokens of a row that has not ended', () => {
    const builder = tokenColumnBuilder();
    builder.push(1);
    builder.endRow();
    builder.push(2);
    expect([...builder.build().values]).toEqual([1]);
  });

  it('takes over memory of a finished one, and nothing that was in it', () => {
    const first = tokenColumnBuilder();
    for (let value = 1; value <= 5000; value++) first.push(value);
    first.endRow();
    const finished = first.finish();
    const second = tokenColumnBuilder();
    second.endRow();
    second.push(9);
    second.endRow();
    expect(second.finish()).toEqual({
      values: Uint32Array.of(9),
      offsets: Uint32Array.of(0, 0, 1),
    });
    expect(finished.values).toHaveLength(5000);
    expect(finished.values[0]).toBe(1);
    first.push(7);
    first.endRow();
    expect(first.finish()).toEqual({ values: Uint32Array.of(7), offsets: Uint32Array.of(0, 1) });
  });
});

describe('concatColumns', () => {
  it('puts the rows of one column after those of the other', () => {
    const rows = [[1, 2], [], [3], [], [4, 5, 6]];
    const joined = concatColumns([
      columnOf(rows.slice(0, 2)),
      columnOf([]),
      columnOf(rows.slice(2)),
    ]);
    expect(joined).toEqual(columnOf(rows));
  });

  it('gives an empty column for no columns', () => {
    expect(concatColumns([])).toEqual(columnOf([]));
  });

  it('writes into arrays that the caller allocates', () => {
    const buffers: SharedArrayBuffer[] = [];
    const joined = concatColumns([columnOf([[1]]), columnOf([[2, 3]])], (length) => {
      const buffer = new SharedArrayBuffer(4 * length);
      buffers.push(buffer);
      return new Uint32Array(buffer);
    });
    expect(buffers).toContain(joined.values.buffer);
    expect(buffers).toContain(joined.offsets.buffer);
    expect([...joined.values]).toEqual([1, 2, 3]);
    expect([...joined.offsets]).toEqual([0, 1, 3]);
  });
});
