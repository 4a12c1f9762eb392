import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from '../../../src/engine/inOrder.ts';
import { sharedColumnBuilder } from '../../../src/engine/sharedColumn.ts';
import { concatColumns, tokenColumnBuilder } from '../../../src/metrics/text/tokenColumn.ts';

const rows = fc.array(fc.array(fc.integer({ min: 0, max: 0xffff_ffff }), { maxLength: 9 }), {
  maxLength: 12,
});

function columnOf(tokens: readonly (readonly number[])[]) {
  const column = tokenColumnBuilder();
  for (const row of tokens) {
    for (const token of row) column.push(token);
    column.endRow();
  }
  return column.build();
}

test('columns put together as they come are those put together at the end, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (parts, places) => {
      const columns = parts.map(columnOf);
      const expected = concatColumns(columns);
      const builder = sharedColumnBuilder(expected.offsets.length - 1);
      const join = inOrder(builder.add);
      const left = columns.map((column, number) => ({ column, number }));
      while (left.length > 0) {
        const [{ column, number }] = left.splice(places.next().value % left.length, 1) as [
          (typeof left)[number],
        ];
        join(number, column);
      }
      const { values, offsets } = builder.build();
      expect(Array.from(values)).toEqual(Array.from(expected.values));
      expect(Array.from(offsets)).toEqual(Array.from(expected.offsets));
      expect(values.buffer).toBeInstanceOf(SharedArrayBuffer);
    }),
  );
});
