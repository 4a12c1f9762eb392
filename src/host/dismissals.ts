import * as vscode from 'vscode';
import { dismissalKey, parseDismissals, writeDismissals, type Dismissal } from './dismissalFile.ts';
import type { Disposable } from './disposable.ts';
import { isFileNotFound } from './isFileNotFound.ts';
import { log, messageOf } from './log.ts';

/** What was dismissed in each folder of the workspace: a small file that can be committed and edited by hand. */
export interface Dismissals extends Disposable {
  /** Empty for a file outside the workspace. */
  of(file: vscode.Uri): Promise<readonly Dismissal[]>;
  /** @throws Error for a file outside the workspace, which has no folder to keep it in */
  add(file: vscode.Uri, added: readonly Dismissal[]): Promise<void>;
  remove(file: vscode.Uri, removed: readonly Dismissal[]): Promise<void>;
  /** Fires with the folder whose file changed, whoever changed it. */
  readonly onDidChange: vscode.Event<vscode.WorkspaceFolder>;
}

const PATH = ['.strata', 'dismissed.json'] as const;

export function createDismissals(): Dismissals {
  const changes = new vscode.EventEmitter<vscode.WorkspaceFolder>();
  // A folder that is made with the file in it can be told without the file.
  const watchers = [PATH[0], PATH.join('/')].map((path) =>
    vscode.workspace.createFileSystemWatcher(`**/${path}`),
  );
  const onFile = (changed: vscode.Uri) => {
    const folder = vscode.workspace.getWorkspaceFolder(changed);
    if (folder) changes.fire(folder);
  };
  for (const watcher of watchers) {
    watcher.onDidChange(onFile);
    watcher.onDidCreate(onFile);
    watcher.onDidDelete(onFile);
  }

  async function write(folder: vscode.WorkspaceFolder, all: readonly Dismissal[]): Promise<void> {
    const bytes = Buffer.from(writeDismissals(all));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, ...PATH), bytes);
    changes.fire(folder);
  }

  /** Each reads what the one before has written. */
  let updated = Promise.resolve();
  function update(file: vscode.Uri, change: (all: Map<string, Dismissal>) => void): Promise<void> {
    const own = updated.then(() => updateNow(file, change));
    updated = own.catch(() => undefined);
    return own;
  }

  async function updateNow(
    file: vscode.Uri,
    change: (all: Map<string, Dismissal>) => void,
  ): Promise<void> {
    const folder = vscode.workspace.getWorkspaceFolder(file);
    if (!folder) {
      throw new Error(
        vscode.l10n.t(
          'A flag can be dismissed only in a file of an open folder: there it is remembered.',
        ),
      );
    }
    const all = new Map((await read(folder)).map((each) => [dismissalKey(each), each]));
    change(all);
    await write(folder, [...all.values()]);
  }

  return {
    async of(file) {
      const folder = vscode.workspace.getWorkspaceFolder(file);
      if (!folder) return [];
      try {
        return await read(folder);
      } catch (error) {
        log().error(`${PATH.join('/')}: ${messageOf(error)}`);
        return [];
      }
    },
    add: (file, added) =>
      update(file, (all) => added.forEach((each) => all.set(dismissalKey(each), each))),
    remove: (file, removed) =>
      update(file, (all) => removed.forEach((each) => all.delete(dismissalKey(each)))),
    onDidChange: changes.event,
    dispose() {
      for (const watcher of watchers) watcher.dispose();
      changes.dispose();
    },
  };
}

async function read(folder: vscode.WorkspaceFolder): Promise<Dismissal[]> {
  const uri = vscode.Uri.joinPath(folder.uri, ...PATH);
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    // What is there and cannot be read must not be taken for nothing, which the next dismissal would write over it.
    if (isFileNotFound(error)) return [];
    throw error;
  }
  return parseDismissals(Buffer.from(bytes).toString('utf8'));
}
