import * as vscode from 'vscode';
import { AnalysisError } from '../data/analysisError.ts';
import type { ByteSource, PlainSource } from '../data/byteReader.ts';
import type { ConvertPhase } from '../engine/jobs/convertInput.ts';
import type { JobProgress } from '../engine/jobs/job.ts';
import { openInput } from '../engine/openInput.ts';
import { encodeDocument } from './encodeDocument.ts';
import { isFileNotFound } from './isFileNotFound.ts';
import { isFileWithin } from './isFileWithin.ts';
import { messageOf } from './log.ts';
import { isTabOf, uriOfTab } from './tabs.ts';

/** How what was read stands to what editors hold. */
export interface SourceFacts {
  /** Whether it is the text of an editor that was not saved. */
  readonly isUnsaved: boolean;
  /** Unsaved changes were not read: VS Code does not hand them out of so large a file, or the files of a folder have them. */
  readonly unseenChanges?: 'too-large' | 'in-folder';
}

export interface Source extends SourceFacts {
  readonly bytes: ByteSource;
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
 * What to inspect: the unsaved text of an editor, else the file on disk, else the bytes that its file system gives; what is
 * no plain file of JSON lines is unpacked first.
 * @throws AnalysisError
 */
export async function sourceOf(
  uri: vscode.Uri,
  { onProgress, signal }: SourceListener = {},
): Promise<Source> {
  const { plain, ...facts } = await plainSourceOf(uri);
  const opening = openInput(plain, (progress) => onProgress?.(progress));
  const cancel = () => opening.cancel();
  signal?.addEventListener('abort', cancel);
  try {
    if (signal?.aborted) cancel();
    const bytes = await opening.result;
    return { bytes, ...facts, close: opening.close };
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

async function plainSourceOf(uri: vscode.Uri): Promise<SourceFacts & { plain: PlainSource }> {
  const path = uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
  const document = openDocument(uri);
  if (document?.isDirty || uri.scheme === 'untitled') {
    const opened = document ?? (await vscode.workspace.openTextDocument(uri));
    const bytes = await encodeDocument(opened);
    return { plain: { kind: 'memory', path, bytes }, isUnsaved: true };
  }
  const unseenChanges = unseenChangesOf(uri);
  const facts = { isUnsaved: false, ...(unseenChanges && { unseenChanges }) };
  if (uri.scheme === 'file') return { plain: { kind: 'file', path }, ...facts };
  return { plain: { kind: 'memory', path, bytes: await readVirtualFile(uri) }, ...facts };
}

/** Of a file whose unsaved text is not at hand, or of a folder. */
function unseenChangesOf(uri: vscode.Uri): SourceFacts['unseenChanges'] {
  if (dirtyFilesWithin(uri).length > 0) return 'in-folder';
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const isDirty = !openDocument(uri) && tabs.some((tab) => tab.isDirty && isTabOf(tab, uri));
  return isDirty ? 'too-large' : undefined;
}

/** The files of a folder that have unsaved changes, also those too large for a document. */
export function dirtyFilesWithin(folder: vscode.Uri): readonly vscode.Uri[] {
  const documents = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return [
    ...documents.map((document) => document.uri),
    ...tabs.flatMap((tab) => (tab.isDirty ? (uriOfTab(tab) ?? []) : [])),
  ].filter((file) => isFileWithin(file, folder));
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
