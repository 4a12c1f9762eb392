import type * as vscode from 'vscode';
import type { FileToCompare } from '../engine/compare/readBoth.ts';
import type { FieldChoices } from './fieldChoices.ts';
import { readSettings } from './settings.ts';
import { sourceOf } from './sourceOf.ts';

export interface FileToRead {
  readonly file: FileToCompare;
  /** Removes what was unpacked for it. */
  readonly close: () => void;
}

/** A file as a job reads it: its bytes as they are now, and the fields from settings and the person's choice. */
async function fileToRead(uri: vscode.Uri, fieldChoices: FieldChoices): Promise<FileToRead> {
  const { bytes, close } = await sourceOf(uri);
  return {
    close,
    file: { source: bytes, selection: { ...readSettings(uri).fields, ...fieldChoices.get(uri) } },
  };
}

/** Several of them; where one cannot be opened, what was unpacked for the others is removed. */
export async function filesToRead(
  uris: readonly vscode.Uri[],
  fieldChoices: FieldChoices,
): Promise<readonly FileToRead[]> {
  const opened = await Promise.allSettled(uris.map((uri) => fileToRead(uri, fieldChoices)));
  const files = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = opened.find((one) => one.status === 'rejected');
  if (!failed) return files;
  for (const file of files) file.close();
  throw failed.reason;
}
