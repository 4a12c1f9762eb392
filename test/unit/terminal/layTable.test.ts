import { describe, expect, it } from 'vitest';
import { columnWidth } from '../../../src/terminal/columnWidth.ts';
import { layTable } from '../../../src/terminal/layTable.ts';

const head = ['kind', 'the choice', 'random (20 draws)', 'ファイル全体'];
const rows = [
  ['macro', '12.5', '14.4 (13–15)', '15.1'],
  ['ミクロ', '8', '8.6 (8–9)', '8.8'],
];
const laid = (columns: number) =>
  layTable(head, rows, columns).map(({ head, rows }) => [...head, ...rows]);

describe('a table', () => {
  it('has columns as wide as their cells, or as asked for', () => {
    expect(laid(Infinity)).toEqual([
      [
        'kind    the choice  random (20 draws)  ファイル全体',
        'macro   12.5        14.4 (13–15)       15.1',
        'ミクロ  8           8.6 (8–9)          8.8',
      ],
    ]);
    expect(layTable(['a', 'b'], [['1', '2']], 80, [4, 9])).toEqual([
      { head: ['a     b'], rows: ['1     2'] },
    ]);
  });

  it('sets the words of its heads below each other where it has less room', () => {
    expect(laid(42)).toEqual([
      [
        '                    random        ファイル',
        'kind    the choice  (20 draws)    全体',
        'macro   12.5        14.4 (13–15)  15.1',
        'ミクロ  8           8.6 (8–9)     8.8',
      ],
    ]);
  });

  it('has further columns in parts of their own, each with the first before them', () => {
    expect(laid(24)).toEqual([
      ['kind    the choice', 'macro   12.5', 'ミクロ  8'],
      ['        random', 'kind    (20 draws)', 'macro   14.4 (13–15)', 'ミクロ  8.6 (8–9)'],
      ['kind    ファイル全体', 'macro   15.1', 'ミクロ  8.8'],
    ]);
  });

  it('shares its columns out evenly, and keeps within the terminal', () => {
    const names = ['at', ...Array.from({ length: 6 }, (_, at) => `column ${at}`)];
    const table = [names.map((_, at) => String(10 ** at))];
    const sizes = layTable(names, table, 46).map(({ rows: [row] }) => row!.split(/ +/u).length);
    expect(sizes).toEqual([4, 4]);
    for (let columns = 20; columns < 80; columns++) {
      for (const lines of laid(columns)) {
        for (const line of lines) expect(columnWidth(line)).toBeLessThanOrEqual(columns);
      }
    }
  });
});
