import { expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { watchFile } from '../../../src/host/watchFile.ts';

const disk = vi.hoisted(() => ({
  mtime: 1 as number | undefined,
  tell: (uri: unknown): void => void uri,
}));
vi.mock('vscode', () => ({
  FileType: { Directory: 2 },
  RelativePattern: class {
    readonly isPattern = true;
  },
  Uri: { joinPath: () => 'file:///' },
  workspace: {
    fs: {
      stat: () =>
        disk.mtime === undefined
          ? Promise.reject(new Error('not there'))
          : Promise.resolve({ mtime: disk.mtime, size: 3, type: 1 }),
    },
    createFileSystemWatcher: () => ({
      onDidChange: (listener: typeof disk.tell) => (disk.tell = listener),
      onDidCreate: () => undefined,
      onDidDelete: () => undefined,
      dispose: () => undefined,
    }),
  },
}));

it('tells what became of a file, and that it is there again as it was', async () => {
  const uri = { path: '/a.jsonl', toString: () => 'file:///a.jsonl' } as vscode.Uri;
  const told: string[] = [];
  const watch = watchFile(uri, (fate) => told.push(fate));
  await watch.remember();
  const fates = ['deleted', 'unchanged', 'changed-on-disk'];
  for (const [at, mtime] of [undefined, 1, 2].entries()) {
    disk.mtime = mtime;
    disk.tell(uri);
    await vi.waitFor(() => expect(told).toHaveLength(at + 1));
  }
  expect(told).toEqual(fates);
  watch.dispose();
});
