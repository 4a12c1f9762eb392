import { describe, expect, test } from 'vitest';
import type { Report } from '../../../../src/engine/report.ts';
import type { RowColumns } from '../../../../src/engine/rowColumns.ts';
import { FLAG_KINDS, type FlagKind } from '../../../../src/webview/protocol.ts';
import type { FlagEntry } from '../../../../src/webview/viewModel/flagEntries.ts';
import { toFilterView } from '../../../../src/webview/viewModel/rowFilter.ts';
import { rowGroups } from '../../../../src/webview/viewModel/rowGroups.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';

const ROWS = FLAG_KINDS.length + 1;
const columns: RowColumns = {
  rowLines: Uint32Array.from({ length: ROWS }, (_, row) => row),
  shapeOfRow: new Uint8Array(ROWS),
  shapes: ['messages'],
  tags: { names: [], ofRow: { values: new Uint32Array(), offsets: new Uint32Array(ROWS + 1) } },
  topicOfRow: new Int32Array(ROWS).fill(-1),
  languages: ['en', 'ja', 'zxx-x-code'],
  languageOfRow: new Int32Array(ROWS),
};
const report = {
  file: {},
  levels: { macro: { whole: { unmeasured: 'too-few-rows' } } },
} as unknown as Report;
const wording = createWording((english) => english, 'en');
const flag = (kind: FlagKind, ...lines: number[]) => ({ kind, lines }) as unknown as FlagEntry;
const byFlag = (...flags: FlagEntry[]) =>
  rowGroups(report, columns, flags, wording).find(({ id }) => id === 'flag');

describe('rows by flag', () => {
  test('are a group for every kind of flag, and none without one', () => {
    const found = byFlag(...FLAG_KINDS.map((kind, place) => flag(kind, place + 1)));
    expect([...(found?.ofRow ?? [])]).toEqual([...FLAG_KINDS.keys(), -1]);
    expect([...(found?.counts ?? [])]).toEqual(FLAG_KINDS.map(() => 1));
    expect(new Set(found?.names).size).toBe(FLAG_KINDS.length);
  });

  test('have each kind of their flags, and are coloured by the first, in whatever order they come', () => {
    const found = byFlag(
      flag('quality', 2),
      flag('quality', 3),
      flag('near-duplicate', 1, 2),
      flag('near-duplicate', 2, 5),
    );
    const near = FLAG_KINDS.indexOf('near-duplicate');
    const quality = FLAG_KINDS.indexOf('quality');
    expect([...(found?.ofRow ?? [])].slice(0, 5)).toEqual([near, near, quality, -1, near]);
    expect([found?.counts[near], found?.counts[quality]]).toEqual([3, 2]);
    expect([found?.has(1, near), found?.has(1, quality), found?.has(0, quality)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('are no grouping where nothing is flagged', () => {
    expect(byFlag()).toBeUndefined();
  });
});

describe('rows by file', () => {
  const inFiles = (...lines: number[]) => {
    let linesBefore = 0;
    const parts = lines.map((count, at) => {
      const part = { path: `shard-${at}.jsonl`, lines: count, linesBefore };
      linesBefore += count;
      return part;
    });
    const folder = { ...report, file: { parts } } as unknown as Report;
    return rowGroups(folder, columns, [], wording).find(({ id }) => id === 'file');
  };

  test('are a group for each file of a folder that has rows', () => {
    const found = inFiles(2, 0, ROWS - 2);
    expect(found?.names).toEqual(['shard-0.jsonl', 'shard-1.jsonl', 'shard-2.jsonl']);
    expect([...(found?.counts ?? [])]).toEqual([2, 0, ROWS - 2]);
    expect([...(found?.ofRow ?? [])].slice(0, 4)).toEqual([0, 0, 2, 2]);
  });

  test('are no grouping of a single file', () => {
    expect(inFiles(ROWS)).toBeUndefined();
    expect(rowGroups(report, columns, [], wording).some(({ id }) => id === 'file')).toBe(false);
  });
});

describe('rows by language', () => {
  const languageOfRow = Int32Array.from({ length: ROWS }, (_, row) => (row % 4) - 1);
  const found = rowGroups(report, { ...columns, languageOfRow }, [], wording);

  test('are named in the display language, and say of how many rows it is known', () => {
    const languages = found.find(({ id }) => id === 'language');
    expect(languages?.names).toEqual(['English', 'Japanese', 'Program text']);
    expect([...(languages?.counts ?? [])]).toEqual(
      [0, 1, 2].map((group) => languageOfRow.filter((one) => one === group).length),
    );
    expect(languages?.knownRows).toBe(languageOfRow.filter((one) => one >= 0).length);
    const [choice] = toFilterView(found, wording).choices;
    expect(choice).toMatchObject({
      key: 'language',
      label: `Language (of ${languages?.knownRows} of ${ROWS} rows)`,
    });
    expect(choice?.values.map(({ value }) => value).sort()).toEqual([...languages!.names].sort());
  });

  test('are no grouping where all have one language', () => {
    const same = rowGroups(report, columns, [], wording);
    expect(same.some(({ id }) => id === 'language')).toBe(false);
  });
});
