import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { watchText } from '../../../src/host/watchText.ts';

type Listener = (event: unknown) => Promise<void>;
const listener = vi.hoisted(() => ({ current: undefined as Listener | undefined }));
const editors = vi.hoisted(() => ({ documents: [] as unknown[] }));
class UriOf {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
  toString = () => `file://${this.path}`;
}
vi.mock('vscode', () => ({
  Uri: { joinPath: ({ path }: UriOf) => new UriOf(path.slice(0, path.lastIndexOf('/'))) },
  window: { tabGroups: { all: [] } },
  workspace: {
    get textDocuments() {
      return editors.documents;
    },
    onDidChangeTextDocument: (tell: Listener) => {
      listener.current = tell;
      return { dispose: () => undefined };
    },
  },
}));

const uri = new UriOf('/data/a.jsonl') as unknown as vscode.Uri;
const UNDO = 1;
let told: string[];
let text: string;
let isDirty: boolean;
let isSameOnDisk: boolean;
beforeEach(() => {
  told = [];
  [text, isDirty, isSameOnDisk] = ['a\nb', false, true];
  editors.documents = [];
});

function watch(unsavedText?: string, watched = uri) {
  const shared = new SharedArrayBuffer(unsavedText?.length ?? 0);
  new Uint8Array(shared).set(Buffer.from(unsavedText ?? ''));
  const source = { kind: 'memory', path: 'a.jsonl', bytes: shared } as const;
  watchText(
    watched,
    () => ({ bytes: source, isUnsaved: unsavedText !== undefined }),
    () => Promise.resolve(isSameOnDisk),
    (fate) => told.push(fate),
  );
}
const change = (contentChanges: readonly unknown[], reason?: number) =>
  listener.current?.({
    document: {
      uri,
      version: 1,
      isDirty,
      lineCount: text.split('\n').length,
      lineAt: (line: number) => ({ text: text.split('\n')[line] }),
    },
    contentChanges,
    reason,
  });

it('takes an edit back where the saved text is there again', async () => {
  watch();
  isDirty = true;
  await change([{}]);
  await change([{}], UNDO);
  expect(told).toEqual(['edited', 'edited']);
  isDirty = false;
  await change([]);
  expect(told.at(-1)).toBe('unchanged');
});

it('takes nothing back where the text was saved: the file is another one', async () => {
  watch();
  [isDirty, isSameOnDisk] = [true, false];
  await change([{}]);
  isDirty = false;
  await change([]);
  expect(told).toEqual(['edited']);
});

it('goes by the text itself where that of the editor was read', async () => {
  watch('a\nb');
  [isDirty, text] = [true, 'a\nbc'];
  await change([{}]);
  await change([{}], UNDO);
  text = 'a\nb';
  await change([{}], UNDO);
  expect(told).toEqual(['edited', 'edited', 'edited', 'unchanged']);
  // The saved text is another one.
  [isDirty, text] = [false, 'a'];
  await change([{}], UNDO);
  expect(told.at(-1)).toBe('edited');
});

it('tells of edits of the files of a folder, until none has any', async () => {
  const folder = (path: string) => new UriOf(path) as unknown as vscode.Uri;
  watch(undefined, folder('/other'));
  isDirty = true;
  await change([{}]);
  expect(told).toEqual([]);
  watch(undefined, folder('/data'));
  await change([{}]);
  expect(told).toEqual(['edited']);
  isDirty = false;
  editors.documents = [{ uri: new UriOf('/data/b.csv'), isDirty: true }];
  await change([]);
  expect(told).toEqual(['edited']);
  editors.documents = [{ uri: new UriOf('/data/more/c.csv'), isDirty: true }];
  await change([]);
  expect(told).toEqual(['edited', 'unchanged']);
});
