import { describe, expect, it } from 'vitest';
import { readRunTable } from '../../../../src/data/runTable/readRunTable.ts';

describe('readRunTable', () => {
  it('reads cells by their columns, with quotes, a byte-order mark and any line end', () => {
    const table = readRunTable(
      '\ufeffData, Size ,macro-instruction,score,epochs\r\n"a, b.jsonl",1000,12.5,.7,3\n\n"two\nlines",2e3,-1.5E-2,+7.,1\r,,,,\n',
    );
    expect(table.columns).toEqual([
      { name: 'Data', role: 'data', place: 0 },
      { name: 'Size', role: 'size', place: 1 },
      { name: 'macro-instruction', role: 'macro-instruction', place: 2 },
      { name: 'score', role: 'score', place: 3 },
      { name: 'epochs', role: 'covariate', place: 4 },
    ]);
    expect(table.faults).toEqual([]);
    expect(table.runs).toMatchObject([
      { line: 2, numbers: [undefined, 1000, 12.5, 0.7, 3] },
      { line: 4, lastLine: 5, numbers: [undefined, 2000, -0.015, 7, 1] },
    ]);
    expect(table.runs[0]!.cells[0]).toBe('a, b.jsonl');
  });

  it('tells what parts the cells by the first line that is not blank', () => {
    for (const start of ['', '\n', '\ufeff\r\n\r\n']) {
      const { columns, runs } = readRunTable(`${start}data;score\na;1,5\n`);
      expect(columns.map(({ role }) => role)).toEqual(['data', 'score']);
      expect(runs).toMatchObject([{ numbers: [undefined, 1.5] }]);
    }
  });

  it('counts a line end of two signs inside a cell as one line', () => {
    const { runs } = readRunTable('data,score\r\n"two\r\nlines",1\r\nb,2\r\n');
    expect(runs).toMatchObject([
      { line: 2, lastLine: 3 },
      { line: 4, lastLine: 4 },
    ]);
  });

  it('reads what spreadsheets write with semicolons or tabs', () => {
    expect(readRunTable('size;score\n10000;0,71\n').runs[0]!.numbers).toEqual([10000, 0.71]);
    expect(readRunTable('size\tscore\n10000\t0.71\n').runs[0]!.numbers).toEqual([10000, 0.71]);
    expect(readRunTable('size;score\n1;1,000,5').faults).toMatchObject([{ code: 'not-a-number' }]);
  });

  it('tells what is no number by column, with all lines', () => {
    const table = readRunTable(
      'data,size,score,epochs\na,0,0.5,2\nb,-3,good,two\nc,,,1\nd,8,71 %,0x10\ne,8,NaN,1e999\n',
    );
    expect(table.faults).toEqual([
      { code: 'not-above-zero', column: 'size', lines: [2, 3], example: '0' },
      { code: 'not-a-number', column: 'score', lines: [3, 5, 6], example: 'good' },
      { code: 'not-a-number', column: 'epochs', lines: [3, 5, 6], example: 'two' },
    ]);
    expect(table.runs.map(({ numbers }) => numbers[1])).toEqual([
      undefined,
      undefined,
      undefined,
      8,
      8,
    ]);
  });

  it('takes no number whose square cannot be reckoned with', () => {
    const table = readRunTable('size,score\n1,1e300\n2,-1e-300\n-1e300,0\n1e99,1e-99\n');
    expect(table.faults).toEqual([
      { code: 'not-above-zero', column: 'size', lines: [4], example: '-1e300' },
      { code: 'beyond-reckoning', column: 'score', lines: [2, 3], example: '1e300' },
    ]);
    expect(table.runs.map(({ numbers }) => numbers)).toEqual([
      [1, undefined],
      [2, undefined],
      [undefined, 0],
      [1e99, 1e-99],
    ]);
  });

  it('takes rows with missing cells, and tells those with too many', () => {
    const table = readRunTable('data,size,score\na\nb,1,2,3,4\n');
    expect(table.runs.map(({ numbers }) => numbers)).toEqual([
      [undefined, undefined, undefined],
      [undefined, 1, 2],
    ]);
    expect(table.faults).toEqual([{ code: 'too-many-cells', lines: [3], cells: 5 }]);
  });

  it.each([
    ['', { code: 'empty-table' }],
    ['\n\n', { code: 'empty-table' }],
    [',,\n1,2,3', { code: 'empty-table' }],
    ['a,b\n1,"x\n', { code: 'broken-quotes', line: 2 }],
    ['a,b\n1,2\n1,x"y\n', { code: 'broken-quotes', line: 3 }],
    ['score,b,Score\n1,2,3', { code: 'duplicate-column', column: 'Score', places: [0, 2] }],
  ])('says why %j is no table', (text, fault) => {
    expect(readRunTable(text)).toMatchObject({ columns: [], runs: [], faults: [fault] });
  });

  it('leaves out a column without a name', () => {
    const table = readRunTable('size,,score\n1,x,2\n');
    expect(table.faults).toEqual([{ code: 'unnamed-column', place: 1 }]);
    expect(table.runs[0]!.numbers).toEqual([1, 2]);
  });

  it('survives a lone surrogate, script and 10,000 runs', () => {
    const text = `data,size,score\n${Array.from({ length: 10_000 }, (_, i) => `\ud800<script>${i},${i + 1},0.5`).join('\n')}`;
    expect(readRunTable(text).runs).toHaveLength(10_000);
  });
});
