import { posix } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { generationFiles } from '../../../src/host/track/generationFiles.ts';

interface Offer {
  readonly label: string;
  readonly picked: boolean;
}
const editor = vi.hoisted(() => ({
  dialog: [] as string[],
  beside: [] as [string, number][],
  tick: [] as string[],
  offered: [] as Offer[],
  told: [] as string[],
}));
vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  FileType: { File: 1, Directory: 2, SymbolicLink: 64 },
  Uri: {
    joinPath: ({ path }: { path: string }, ...parts: string[]) => ({
      path: posix.join(path, ...parts),
    }),
  },
  workspace: { fs: { readDirectory: () => Promise.resolve(editor.beside) } },
  window: {
    showOpenDialog: () => Promise.resolve(editor.dialog.map((path) => ({ path }))),
    showQuickPick(offers: Offer[]) {
      editor.offered = offers;
      return Promise.resolve(offers.filter(({ label }) => editor.tick.includes(label)));
    },
    showInformationMessage: (text: string) => editor.told.push(text),
  },
}));

const ask = async () => (await generationFiles(undefined)).map(({ path }) => path);
beforeEach(() =>
  Object.assign(editor, {
    dialog: [],
    beside: [],
    tick: [],
    offered: [],
    told: [],
  }),
);

it('asks among the data sets beside the one that a dialog for single files gives', async () => {
  editor.dialog = ['/in/gen10.jsonl'];
  const [file, folder, link] = [1, 2, 65];
  editor.beside = [
    ['gen10.jsonl', file],
    ['gen2.jsonl', file],
    ['gen1.jsonl.gz', link],
    ['notes.md', file],
    ['old.jsonl', folder],
  ];
  editor.tick = ['gen2.jsonl', 'gen10.jsonl'];
  expect(await ask()).toEqual(['/in/gen2.jsonl', '/in/gen10.jsonl']);
  expect(editor.offered.map(({ label, picked }) => [label, picked])).toEqual([
    ['gen10.jsonl', true],
    ['gen1.jsonl.gz', false],
    ['gen2.jsonl', false],
  ]);
  expect(editor.told).toEqual([]);
});

it('asks no more where a dialog gives several', async () => {
  editor.dialog = ['/in/b.jsonl', '/in/a.jsonl'];
  expect(await ask()).toEqual(['/in/a.jsonl', '/in/b.jsonl']);
  expect(editor.offered).toEqual([]);
});

it('says that one is too few where no other is beside it, or ticked', async () => {
  editor.dialog = ['/in/a.jsonl'];
  editor.beside = [['a.jsonl', 1]];
  expect(await ask()).toEqual([]);
  expect(editor.told).toHaveLength(1);
  editor.beside = [...editor.beside, ['b.jsonl', 1]];
  editor.tick = ['a.jsonl'];
  expect(await ask()).toEqual([]);
  expect(editor.told).toHaveLength(2);
});
