import * as vscode from 'vscode';
import type { InputPart } from '../data/inputs/inputPart.ts';
import { isSameFile } from '../engine/assertOtherFile.ts';
import { uriOfPart } from './editorPlace.ts';

/** A file or folder that was read. */
export interface ReadInput {
  readonly uri: vscode.Uri;
  /** Of what it is made, where it is no plain file of JSON lines. */
  readonly parts?: readonly InputPart[] | undefined;
}

/** @throws Error in the display language where the target is one of the files that were read, also under another name */
export function assertNotRead(target: vscode.Uri, inputs: readonly ReadInput[]): void {
  const read = inputs.flatMap(({ uri, parts = [] }) => [
    uri,
    ...parts.map((part) => uriOfPart(uri, part)),
  ]);
  if (!read.some((one) => isSame(one, target))) return;
  throw new Error(
    vscode.l10n.t('The inspected file itself is never overwritten: choose another name.'),
  );
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  if (a.toString() === b.toString()) return true;
  return a.scheme === 'file' && b.scheme === 'file' && isSameFile(a.fsPath, b.fsPath);
}
