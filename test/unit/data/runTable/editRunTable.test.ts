import { describe, expect, it } from 'vitest';
import { applyRunTableEdit } from '../../../../src/data/runTable/applyRunTableEdit.ts';
import { addRun, type NewRun } from '../../../../src/data/runTable/editRunTable.ts';
import { fillRuns } from '../../../../src/data/runTable/fillRuns.ts';
import { readRunTable } from '../../../../src/data/runTable/readRunTable.ts';

const run: NewRun = {
  data: 'sets/a, b.jsonl',
  cells: {
    size: '500',
    'common-rows': '1000',
    'macro-instruction': '12.5',
    'micro-response': '80',
  },
};

const add = (text: string, added = run) => {
  const edit = addRun(readRunTable(text), text, added);
  const isEdit = edit.kind === 'new' || edit.kind === 'replaced';
  return { edit, text: isEdit ? applyRunTableEdit(text, edit) : text };
};

describe('addRun', () => {
  it.each([undefined, '', '\ufeff\n'])('makes a table where there is %j', (text) => {
    const edit = addRun(readRunTable(text ?? ''), text, run);
    expect(edit).toEqual({
      kind: 'new',
      line: 2,
      text: 'data,size,common-rows,macro-instruction,macro-response,meso-instruction,meso-response,micro-instruction,micro-response,score\n"sets/a, b.jsonl",500,1000,12.5,,,,,80,\n',
    });
  });

  it.each([
    ['size,macro-instruction,epochs,data,score\n1,2,3,x,4\n', '500,12.5,,"sets/a, b.jsonl",\n'],
    ['size;data;score\r\n1;x;4', '500;sets/a, b.jsonl;\r\n'],
    ['data\tsize\nx\t1\n', 'sets/a, b.jsonl\t500\n'],
  ])('adds a row under the columns that %j has', (text, row) => {
    const result = add(text);
    expect(result.text.endsWith(row)).toBe(true);
    expect(result.text.startsWith(text)).toBe(true);
    const { runs } = readRunTable(result.text);
    expect(runs).toHaveLength(2);
    expect(result.edit).toMatchObject({ kind: 'replaced', line: runs[1]!.line });
  });

  it('fills the empty cells of the row that names the data set, and changes no other', () => {
    const text =
      'data,size,macro-instruction,score,note\nx,1,2,3,\n"sets/a, b.jsonl",900,,7,"two\nlines"\ny,1,1,1,\n';
    expect(add(text).text).toBe(
      'data,size,macro-instruction,score,note\nx,1,2,3,\n"sets/a, b.jsonl",900,12.5,7,"two\nlines"\ny,1,1,1,\n',
    );
    expect(add(text).edit).toMatchObject({ kind: 'replaced', from: 3, to: 4, line: 3 });
  });

  it('fills a row that ends early', () => {
    expect(add('data,size,score,macro-instruction\n"sets/a, b.jsonl"\n').text).toBe(
      'data,size,score,macro-instruction\n"sets/a, b.jsonl",500,,12.5\n',
    );
  });

  it('leaves a row alone that has all of it, and adds another for another result', () => {
    const text = 'data,size,macro-instruction,score\n"sets/a, b.jsonl",500,12.50,7\n';
    expect(add(text).edit).toEqual({ kind: 'present', line: 2 });
    const measuredAnew = { ...run, cells: { ...run.cells, 'macro-instruction': '13' } };
    expect(add(text, measuredAnew).text).toBe(`${text}"sets/a, b.jsonl",500,13,\n`);
  });

  it('writes nothing into a table that cannot be read', () => {
    expect(add('data,"score\n1,2\n').edit).toEqual({ kind: 'unreadable' });
    expect(add('score,score\n1,2\n').edit).toEqual({ kind: 'unreadable' });
  });

  it('keeps quotation marks, delimiters and line breaks of names', () => {
    const odd = { data: 'a "b"\n,c', cells: {} };
    const { text } = add('data,score\nx,1\n', odd);
    expect(readRunTable(text).runs[1]!.cells[0]).toBe(odd.data);
  });
});

describe('fillRuns', () => {
  const cells = { size: '500', 'common-rows': '400', 'macro-instruction': '12.5' };
  const fill = (text: string, line: number) =>
    fillRuns(readRunTable(text), text, new Map([[line, cells]]));

  it('fills empty cells only, and leaves the other rows as they stand', () => {
    expect(
      fill('data,size,common-rows, macro-instruction ,score\r\n x , 7,,,2\r\n"y",1,,,\n', 3),
    ).toBe('data,size,common-rows, macro-instruction ,score\r\n x , 7,,,2\r\ny,1,400,12.5,\r\n');
  });

  it('adds the columns that the table lacks at its end', () => {
    expect(fill('data,score\n"a,b.jsonl",1\nc.jsonl,2\n', 3)).toBe(
      'data,score,size,common-rows,macro-instruction\n"a,b.jsonl",1,,,\nc.jsonl,2,500,400,12.5\n',
    );
  });

  it('keeps line ends, delimiter, unnamed columns and cells beyond the header', () => {
    expect(fill('data;;score\r\nx;u;1;beyond\r\ny;;2', 3)).toBe(
      'data;;score;;size;common-rows;macro-instruction\r\nx;u;1;beyond;;;\r\ny;;2;;500;400;12.5\r\n',
    );
  });
});
