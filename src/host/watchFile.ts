import * as vscode from 'vscode';
import type { Disposable } from './disposable.ts';
import { fileNameOf } from './fileNameOf.ts';

/** Watches one file for changes that no editor made. */
export interface FileWatch extends Disposable {
  /** Takes the file as it is now for the unchanged one. */
  remember(): Promise<void>;
}

const SETTLE_MS = 200;

export function watchFile(
  uri: vscode.Uri,
  onChange: (fate: 'changed-on-disk' | 'deleted') => void,
): FileWatch {
  let known: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function check(): Promise<void> {
    const before = known;
    const now = await stampOf(uri);
    // Whoever inspects again meanwhile has remembered a newer state.
    if (before === undefined || before !== known || now === known) return;
    onChange(now === undefined ? 'deleted' : 'changed-on-disk');
  }

  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), literalPattern(uri)),
  );
  const schedule = (changed: vscode.Uri) => {
    if (changed.toString() !== uri.toString()) return;
    clearTimeout(timer);
    timer = setTimeout(() => void check(), SETTLE_MS);
  };
  watcher.onDidChange(schedule);
  watcher.onDidCreate(schedule);
  watcher.onDidDelete(schedule);
  return {
    async remember() {
      known = await stampOf(uri);
    },
    dispose() {
      clearTimeout(timer);
      watcher.dispose();
    },
  };
}

/** A pattern that matches the file's name and, where it holds a character of the pattern language, few others. */
function literalPattern(uri: vscode.Uri): string {
  return fileNameOf(uri).replace(/[*?{}[\],!]/g, '?');
}

async function stampOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    return `${mtime} ${size}`;
  } catch {
    return undefined;
  }
}
