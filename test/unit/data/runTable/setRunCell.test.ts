import { describe, expect, it } from 'vitest';
import { applyRunTableEdit } from '../../../../src/data/runTable/applyRunTableEdit.ts';
import { readRunTable } from '../../../../src/data/runTable/readRunTable.ts';
import { setRunCell, type CellChange } from '../../../../src/data/runTable/setRunCell.ts';
import { shownRuns } from '../../../../src/data/runTable/shownRuns.ts';

const set = (text: string, change: CellChange) => {
  const edit = setRunCell(readRunTable(text), text, change);
  return edit.kind === 'replaced' ? applyRunTableEdit(text, edit) : edit.kind;
};

describe('setRunCell', () => {
  it('sets one cell, whatever its row is like, and leaves the other rows as they stand', () => {
    const text = 'data,score,note\r\n a ,1\r\n"b, c",2,"two\r\nlines"\r\nd,3,';
    expect(set(text, { line: 2, place: 2, was: '', value: 'say "hi", now' })).toBe(
      text.replace(' a ,1', 'a,1,"say ""hi"", now"'),
    );
    expect(set(text, { line: 3, place: 1, was: '2', value: '2.5' })).toBe(
      text.replace('"b, c",2', '"b, c",2.5'),
    );
    expect(set(text, { line: 5, place: 1, was: '3', value: '' })).toBe(
      `${text.replace('d,3,', 'd,,')}\r\n`,
    );
  });

  it('changes nothing where the cell holds the value, or not what was seen, or no longer is', () => {
    const text = 'data,score\na,1\n';
    expect(set(text, { line: 2, place: 1, was: '1', value: '1' })).toBe('present');
    expect(set(text, { line: 2, place: 1, was: '7', value: '2' })).toBe('unreadable');
    expect(set(text, { line: 9, place: 1, was: '', value: '2' })).toBe('unreadable');
    expect(set('data,data\na,1\n', { line: 2, place: 1, was: '1', value: '2' })).toBe('unreadable');
  });
});

describe('shownRuns', () => {
  it('has the last runs, with a cell for every named column', () => {
    const rows = Array.from({ length: 250 }, (_, at) => `r${at},x,${at}`);
    const {
      columns,
      rows: shown,
      of,
    } = shownRuns(readRunTable(['data,,score', ...rows, 'short'].join('\n')));
    expect(columns).toEqual([
      { name: 'data', place: 0 },
      { name: 'score', place: 2 },
    ]);
    expect(of).toBe(251);
    expect(shown).toHaveLength(200);
    expect(shown.slice(-2)).toEqual([
      { line: 251, cells: ['r249', '249'] },
      { line: 252, cells: ['short', ''] },
    ]);
  });
});
