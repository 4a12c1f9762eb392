import * as vscode from 'vscode';
import { AnalysisError } from '../data/analysisError.ts';
import type { ByteSource, PlainSource } from '../data/byteReader.ts';
import type { ConvertPhase } from '../engine/jobs/convertInput.ts';
import type { JobProgress } from '../engine/jobs/job.ts';
import { openInput } from '../engine/openInput.ts';
import { encodeDocument } from './encodeDocument.ts';
import { isFileNotFound } from './isFileNotFound.ts';
import { messageOf } from './log.ts';
import { isTabOf } from './tabs.ts';

export interface Source {
  readonly bytes: ByteSource;
  /** Whether it is the text of an editor that was not saved. */
  readonly isUnsaved: boolean;
  /** Unsaved changes that VS Code does not hand out, because the file is beyond what it gives to extensions. */
  readonly hasUnseenChanges: boolean;
  /** Removes what was unpacked for it: whoever asked for the source says when it is of no more use. */
  readonly close: () => void;
}

export interface SourceListener {
  /** Told while it is unpacked. */
  readonly onProgress?: (progress: JobProgress<ConvertPhase>) => void;
  /** Stops unpacking. */
  readonly signal?: AbortSignal;
}

/**
 * What to inspect: the unsaved text of an editor, else the file on disk, else the bytes that its file system gives; what is no plain
 * file of JSON lines is unpacked first.
 * @throws AnalysisError
 */
export async function sourceOf(
  uri: vscode.Uri,
  { onProgress, signal }: SourceListener = {},
): Promise<Source> {
  const { plain, isUnsaved, hasUnseenChanges } = await plainSourceOf(uri);
  const opening = openInput(plain, (progress) => onProgress?.(progress));
  const cancel = () => opening.cancel();
  signal?.addEventListener('abort', cancel);
  try {
    if (signal?.aborted) cancel();
    const bytes = await opening.result;
    return { bytes, isUnsaved, hasUnseenChanges, close: opening.close };
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

async function plainSourceOf(
  uri: vscode.Uri,
): Promise<{ readonly plain: PlainSource } & Pick<Source, 'isUnsaved' | 'hasUnseenChanges'>> {
  const path = uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
  const document = openDocument(uri);
  if (document?.isDirty || uri.scheme === 'untitled') {
    const opened = document ?? (await vscode.workspace.openTextDocument(uri));
    const bytes = await encodeDocument(opened);
    return { plain: { kind: 'memory', path, bytes }, isUnsaved: true, hasUnseenChanges: false };
  }
  const hasUnseenChanges =
    !document &&
    vscode.window.tabGroups.all.some((group) =>
      group.tabs.some((tab) => tab.isDirty && isTabOf(tab, uri)),
    );
  if (uri.scheme === 'file') {
    return { plain: { kind: 'file', path }, isUnsaved: false, hasUnseenChanges };
  }
  const bytes = await readVirtualFile(uri);
  return { plain: { kind: 'memory', path, bytes }, isUnsaved: false, hasUnseenChanges };
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
    const code = isFileNotFound(error) ? 'file-not-found' : 'not-readable';
    throw new AnalysisError(code, messageOf(error));
  }
}
