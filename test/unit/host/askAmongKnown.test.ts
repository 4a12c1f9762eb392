import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { askAmongKnown } from '../../../src/host/targetUri.ts';

interface Offer {
  readonly label: string;
  readonly uri: vscode.Uri | undefined;
}
const editor = vi.hoisted(() => ({
  files: [] as { path: string }[],
  offered: [] as string[],
  pick: 0,
  dialogs: [] as string[],
}));
vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  Uri: { joinPath: (uri: { path: string }) => uri },
  workspace: {
    findFiles: () => Promise.resolve(editor.files),
    asRelativePath: () => '',
  },
  window: {
    showQuickPick(offers: Offer[]) {
      editor.offered = offers.map(({ label }) => label);
      return Promise.resolve(offers.at(editor.pick));
    },
    showOpenDialog({ title }: { title: string }) {
      editor.dialogs.push(title);
      return Promise.resolve([{ path: '/far.jsonl' }]);
    },
  },
}));

const uri = (path: string) => ({ path }) as vscode.Uri;
type Known = Parameters<typeof askAmongKnown>[1];
const inspected = (...paths: string[]) =>
  ({ all: paths.map((path) => ({ uri: uri(path), result: {} })) }) as unknown as Known;
const ask = async (known: Known) => (await askAmongKnown('Which?', known))?.path;
beforeEach(() => Object.assign(editor, { files: [], offered: [], pick: 0, dialogs: [] }));

it('takes the only one that was inspected, else the only one of the workspace, unasked', async () => {
  editor.files = [uri('/in/b.jsonl')];
  expect(await ask(inspected('/in/a.jsonl'))).toBe('/in/a.jsonl');
  expect(await ask(inspected())).toBe('/in/b.jsonl');
  expect(editor.offered).toEqual([]);
});

it('offers several by their names, and the dialog for others', async () => {
  editor.files = [uri('/in/b.jsonl'), uri('/in/a.jsonl')];
  expect(await ask(inspected())).toBe('/in/a.jsonl');
  expect(editor.offered).toEqual(['a.jsonl', 'b.jsonl', 'Another file…']);
  editor.pick = -1;
  expect(await ask(inspected())).toBe('/far.jsonl');
  expect(editor.dialogs).toEqual(['Which?']);
});

it('asks by the dialog where nothing is known', async () => {
  expect(await ask(inspected())).toBe('/far.jsonl');
  expect(editor.dialogs).toEqual(['Which?']);
});
