import type * as vscode from 'vscode';
import { toUri } from './registerCommand.ts';

/**
 * The files selected in the explorer, each once, as its menu hands them to a command beside the one that was right-clicked.
 * VS Code orders them as they were selected: clicked one after the other in that order, a stretch (Shift) from top to bottom.
 */
export function selectedFiles(selected: unknown): readonly vscode.Uri[] {
  if (!Array.isArray(selected)) return [];
  const uris = selected.flatMap((each) => toUri(each) ?? []);
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}
