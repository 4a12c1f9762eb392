import * as vscode from 'vscode';
import { AnalysisError } from '../data/analysisError.ts';
import type { ByteSource } from '../data/byteReader.ts';
import { encodeDocument } from './encodeDocument.ts';
import { messageOf } from './log.ts';
import { isTabOf } from './tabs.ts';

export interface Source {
  readonly bytes: ByteSource;
  /** Whether it is the text of an editor that was not saved. */
  readonly isUnsaved: boolean;
  /** Unsaved changes that VS Code does not hand out, because the file is beyond what it gives to extensions. */
  readonly hasUnseenChanges: boolean;
}

/** What to inspect: the unsaved text of an editor, else the file on disk, else the bytes that its file system gives. */
export async function sourceOf(uri: vscode.Uri): Promise<Source> {
  const path = uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
  const document = openDocument(uri);
  if (document?.isDirty || uri.scheme === 'untitled') {
    const opened = document ?? (await vscode.workspace.openTextDocument(uri));
    const bytes = await encodeDocument(opened);
    return { bytes: { kind: 'memory', path, bytes }, isUnsaved: true, hasUnseenChanges: false };
  }
  const hasUnseenChanges =
    !document &&
    vscode.window.tabGroups.all.some((group) =>
      group.tabs.some((tab) => tab.isDirty && isTabOf(tab, uri)),
    );
  if (uri.scheme === 'file') {
    return { bytes: { kind: 'file', path }, isUnsaved: false, hasUnseenChanges };
  }
  const bytes = await readVirtualFile(uri);
  return { bytes: { kind: 'memory', path, bytes }, isUnsaved: false, hasUnseenChanges };
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

async function readVirtualFile(uri: vscode.Uri): Promise<SharedArrayBuffer> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    return shared;
  } catch (error) {
    const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    throw new AnalysisError(isMissing ? 'file-not-found' : 'not-readable', messageOf(error));
  }
}
