import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { parseDismissals } from '../../../src/host/dismissalFile.ts';
import { createDismissals } from '../../../src/host/dismissals.ts';

const disk = vi.hoisted(() => ({
  text: undefined as string | undefined,
  fault: undefined as Error | undefined,
}));
vi.mock('vscode', () => {
  class FileSystemError extends Error {
    readonly code = 'FileNotFound';
  }
  const folder = { uri: {} };
  const watcher = { onDidChange: () => 0, onDidCreate: () => 0, onDidDelete: () => 0 };
  return {
    FileSystemError,
    EventEmitter: class {
      fire = () => undefined;
    },
    Uri: { joinPath: () => ({}) },
    l10n: { t: (text: string) => text },
    window: { createOutputChannel: () => ({ error: () => undefined }) },
    workspace: {
      getWorkspaceFolder: () => folder,
      createFileSystemWatcher: () => watcher,
      fs: {
        async readFile() {
          await Promise.resolve();
          if (disk.fault) throw disk.fault;
          if (disk.text === undefined) throw new FileSystemError();
          return Buffer.from(disk.text);
        },
        async writeFile(_: unknown, bytes: Uint8Array) {
          await Promise.resolve();
          disk.text = Buffer.from(bytes).toString();
        },
      },
    },
  };
});

const file = {} as vscode.Uri;
const dismissal = (row: string) => ({ row, kind: 'quality' });
const rowsOnDisk = () => parseDismissals(disk.text ?? '').map(({ row }) => row);
beforeEach(() => Object.assign(disk, { text: undefined, fault: undefined }));

it('keeps all of what is dismissed and taken back at once', async () => {
  const dismissals = createDismissals();
  await dismissals.add(file, [dismissal('a')]);
  await Promise.all([
    dismissals.add(file, [dismissal('b')]),
    dismissals.remove(file, [dismissal('a')]),
    dismissals.add(file, [dismissal('c')]),
  ]);
  expect(rowsOnDisk()).toEqual(['b', 'c']);
});

it('writes over no file that cannot be read, and goes on where it can be again', async () => {
  const dismissals = createDismissals();
  await dismissals.add(file, [dismissal('a')]);
  disk.fault = new Error('it is locked');
  await expect(dismissals.add(file, [dismissal('b')])).rejects.toThrow('it is locked');
  expect(await dismissals.of(file)).toEqual([]);
  disk.fault = undefined;
  expect(rowsOnDisk()).toEqual(['a']);
  await dismissals.add(file, [dismissal('c')]);
  expect(rowsOnDisk()).toEqual(['a', 'c']);
});
