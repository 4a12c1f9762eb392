import * as vscode from 'vscode';
import type { InputPart } from '../data/inputs/inputPart.ts';
import { isSameFile } from '../engine/assertOtherFile.ts';
import { uriOfPart } from './editorPlace.ts';

/**
 * @param uri of the file or folder that was inspected
 * @param parts of what it is made, where that is known
 * @throws Error in the display language where the target is one of these files, also under another name
 */
export function assertNotRead(
  target: vscode.Uri,
  uri: vscode.Uri,
  parts: readonly InputPart[] = [],
): void {
  const read = [uri, ...parts.map((part) => uriOfPart(uri, part))];
  if (!read.some((one) => isSame(one, target))) return;
  throw new Error(
    vscode.l10n.t('The inspected file itself is never overwritten: choose another name.'),
  );
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  if (a.toString() === b.toString()) return true;
  return a.scheme === 'file' && b.scheme === 'file' && isSameFile(a.fsPath, b.fsPath);
}
