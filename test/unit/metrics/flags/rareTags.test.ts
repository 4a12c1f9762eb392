import { expect, test } from 'vitest';
import { rareTags } from '../../../../src/metrics/flags/rareTags.ts';

const column = (rows: readonly (readonly number[])[]) => ({
  values: Uint32Array.from(rows.flat()),
  offsets: Uint32Array.from(
    { length: rows.length + 1 },
    (_, row) => rows.slice(0, row).flat().length,
  ),
});
const rowsOf = (count: number, tag: number) => Array.from({ length: count }, () => [tag]);

test('a tag of one row in a thousand is rare', () => {
  const rare = rareTags(column([...rowsOf(600, 1), ...rowsOf(399, 2), [3]]));
  expect([...rare]).toEqual([[3, { rows: 1, share: 0.001 }]]);
});

test('in a small file, and among free words, no tag is rare', () => {
  expect(rareTags(column([...rowsOf(300, 1), [3]])).size).toBe(0);
  const free = Array.from({ length: 1000 }, (_, row) => [row % 2 === 0 ? 1 : 100 + row]);
  expect(rareTags(column(free)).size).toBe(0);
});

test('rows without tags do not count', () => {
  expect(
    rareTags(column([...rowsOf(300, 1), [3], ...Array.from({ length: 900 }, () => [])])).size,
  ).toBe(0);
  expect(rareTags(column([])).size).toBe(0);
});
