import * as vscode from 'vscode';
import { fileNameOf } from '../fileNameOf.ts';
import { globOfName } from '../globOfName.ts';

/** A person who types does not wait for every letter. */
const PAUSE_MS = 300;

/** Calls back soon after a table was edited, saved, changed on disk or removed. */
export function watchTable(table: vscode.Uri, onChange: () => void): vscode.Disposable {
  const key = table.toString();
  const name = fileNameOf(table);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(pause);
    pause = setTimeout(onChange, PAUSE_MS);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.joinPath(table, '..'), globOfName(name)),
  );
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(soon),
    watcher.onDidCreate(soon),
    watcher.onDidDelete(soon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === key) soon();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      // Changes that were not saved are gone with their editor.
      if (document.uri.toString() === key) soon();
    }),
    { dispose: () => clearTimeout(pause) },
  );
}
