import type * as vscode from 'vscode';
import type { FileToCompare } from '../engine/compare/readBoth.ts';
import type { FieldChoices } from './fieldChoices.ts';
import { readSettings } from './settings.ts';
import { sourceOf } from './sourceOf.ts';

/** A file as a job reads it: its bytes as they are now, and the fields from settings and the person's choice. */
export async function fileToRead(
  uri: vscode.Uri,
  fieldChoices: FieldChoices,
): Promise<FileToCompare> {
  const { bytes } = await sourceOf(uri);
  return { source: bytes, selection: { ...readSettings(uri).fields, ...fieldChoices.get(uri) } };
}
