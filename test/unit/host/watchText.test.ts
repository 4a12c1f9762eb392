import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { watchText } from '../../../src/host/watchText.ts';

type Listener = (event: unknown) => Promise<void>;
const listener = vi.hoisted(() => ({ current: undefined as Listener | undefined }));
vi.mock('vscode', () => ({
  workspace: {
    onDidChangeTextDocument: (tell: Listener) => {
      listener.current = tell;
      return { dispose: () => undefined };
    },
  },
}));

const uri = { toString: () => 'file:///a.jsonl' } as vscode.Uri;
const UNDO = 1;
let told: string[];
let text: string;
let isDirty: boolean;
let isSameOnDisk: boolean;
beforeEach(() => {
  told = [];
  [text, isDirty, isSameOnDisk] = ['a\nb', false, true];
});

function watch(unsavedText?: string) {
  const shared = new SharedArrayBuffer(unsavedText?.length ?? 0);
  new Uint8Array(shared).set(Buffer.from(unsavedText ?? ''));
  const source = { kind: 'memory', path: 'a.jsonl', bytes: shared } as const;
  watchText(
    uri,
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
