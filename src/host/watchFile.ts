import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { kindOfName } from '../data/inputs/inputKind.ts';
import type { Disposable } from './disposable.ts';
import { fileNameOf } from './fileNameOf.ts';
import { globOfName } from './globOfName.ts';
import { isFileWithin } from './isFileWithin.ts';
import type { FileFate } from './sessionState.ts';

/** Watches one file, or the files of a folder, for changes that no editor made. */
export interface FileWatch extends Disposable {
  /** Takes the file as it is now for the unchanged one. */
  remember(): Promise<void>;
  isAsRemembered(): Promise<boolean>;
}

const SETTLE_MS = 200;

export function watchFile(
  uri: vscode.Uri,
  onChange: (fate: Exclude<FileFate, 'edited'>) => void,
): FileWatch {
  let known: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function check(): Promise<void> {
    const before = known;
    const now = await stampOf(uri);
    // Whoever inspects again meanwhile has remembered a newer state.
    if (before === undefined || before !== known) return;
    // What was moved away may be back, and a disk that did not answer may do so again.
    if (now === known) onChange('unchanged');
    else onChange(now === undefined ? 'deleted' : 'changed-on-disk');
  }

  const ofFile = new vscode.RelativePattern(
    vscode.Uri.joinPath(uri, '..'),
    globOfName(fileNameOf(uri)),
  );
  const watchers = [ofFile, new vscode.RelativePattern(uri, '*')].map((pattern) =>
    vscode.workspace.createFileSystemWatcher(pattern),
  );
  const schedule = (changed: vscode.Uri) => {
    if (changed.toString() !== uri.toString() && !isFileWithin(changed, uri)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void check(), SETTLE_MS);
  };
  for (const watcher of watchers) {
    watcher.onDidChange(schedule);
    watcher.onDidCreate(schedule);
    watcher.onDidDelete(schedule);
  }
  return {
    async remember() {
      known = await stampOf(uri);
    },
    isAsRemembered: async () => known === (await stampOf(uri)),
    dispose() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.dispose();
    },
  };
}

/** Size and time of change; of a folder those of its files. */
async function stampOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    if (uri.scheme === 'file') {
      // VS Code's own file system asks the window first, which has its hands full while it opens the panel.
      const file = await stat(uri.fsPath);
      if (file.isFile()) return `${file.mtimeMs} ${file.size}`;
    }
    const { mtime, size, type } = await vscode.workspace.fs.stat(uri);
    if (type !== vscode.FileType.Directory) return `${mtime} ${size}`;
    const entries = await vscode.workspace.fs.readDirectory(uri);
    const files = entries.filter(([name]) => kindOfName(name) !== undefined);
    const stamps = files.map(async ([name, kind]) =>
      kind === vscode.FileType.Directory
        ? ''
        : `${name} ${await stampOf(vscode.Uri.joinPath(uri, name))}`,
    );
    return (await Promise.all(stamps)).sort().join('\n');
  } catch {
    return undefined;
  }
}
