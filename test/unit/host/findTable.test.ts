import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { findTable } from '../../../src/host/experiments/tableUri.ts';

const editor = vi.hoisted(() => ({ inFront: undefined as unknown, files: [] as string[] }));
const uri = vi.hoisted(() => (path: string): { path: string; toString(): string } => ({
  path,
  toString: () => `file://${path}`,
}));
vi.mock('vscode', () => {
  const parts = (path: string) => path.split('/').filter((part) => part !== '');
  return {
    ...{ TabInputText: URL, TabInputCustom: URL, TabInputTextDiff: URL },
    Uri: {
      joinPath: ({ path }: { path: string }, name: string) =>
        uri(`/${(name === '..' ? parts(path).slice(0, -1) : [...parts(path), name]).join('/')}`),
    },
    window: {
      tabGroups: { activeTabGroup: {} },
      get activeTextEditor() {
        return editor.inFront && { document: { uri: editor.inFront } };
      },
    },
    workspace: {
      workspaceFolders: [{ uri: uri('/work') }],
      getWorkspaceFolder: () => ({ uri: uri('/work') }),
      fs: {
        stat: ({ path }: { path: string }) =>
          editor.files.includes(path) ? Promise.resolve({}) : Promise.reject(new Error('none')),
      },
    },
  };
});

const found = async (near?: string) =>
  (await findTable(near === undefined ? undefined : (uri(near) as unknown as vscode.Uri)))?.path;
beforeEach(() => Object.assign(editor, { inFront: undefined, files: ['/work/strata-runs.csv'] }));

it('takes the table in front of the person before those above the data set', async () => {
  editor.inFront = uri('/work/other.csv');
  expect(await found('/work/sets/a.jsonl')).toBe('/work/other.csv');
});

it('takes a data set in CSV for no table of its own runs', async () => {
  editor.inFront = uri('/work/sets/rows.csv');
  expect(await found('/work/sets/rows.csv')).toBe('/work/strata-runs.csv');
  editor.files = [];
  expect(await found('/work/sets/rows.csv')).toBeUndefined();
});
