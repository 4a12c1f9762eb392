import { describe, expect, test } from 'vitest';
import type { RowColumns } from '../../../../src/engine/rowColumns.ts';
import { filteredLines } from '../../../../src/webview/viewModel/rowFilter.ts';
import type { RowGroups } from '../../../../src/webview/viewModel/rowGroups.ts';

// Line 3 (0-based 2) is broken: it is no row.
const columns = { rowLines: Uint32Array.of(0, 1, 3, 4) } as RowColumns;
const tag = [['a'], ['a', 'b'], ['b'], []];
const names = ['a', 'b'];
const groups: RowGroups[] = [
  {
    id: 'tag',
    names,
    ofRow: Int32Array.of(0, 0, 1, -1),
    counts: Uint32Array.of(2, 2),
    has: (row, group) => tag[row]?.includes(names[group] ?? '') === true,
  },
];

describe('the lines of filtered rows', () => {
  test('are joined where rows follow each other, and leave out lines that are no rows', () => {
    expect(filteredLines({}, columns, groups)).toEqual({
      rows: 4,
      ranges: [
        { fromLine: 0, toLine: 2 },
        { fromLine: 3, toLine: 5 },
      ],
    });
  });

  test('meet all conditions; a row has each of its tags', () => {
    expect(filteredLines({ tag: 'b' }, columns, groups)?.rows).toBe(2);
    expect(filteredLines({ tag: 'b', lines: '3-' }, columns, groups)).toEqual({
      rows: 1,
      ranges: [{ fromLine: 3, toLine: 4 }],
    });
    expect(filteredLines({ tag: 'b', points: '1', lines: '2' }, columns, groups)?.rows).toBe(0);
  });

  test('are none for a value that no row has, and unreadable for lines that are no lines', () => {
    expect(filteredLines({ tag: 'c' }, columns, groups)?.rows).toBe(0);
    expect(filteredLines({ lines: '5-2' }, columns, groups)).toBeUndefined();
  });
});
