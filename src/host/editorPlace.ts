import * as vscode from 'vscode';
import { hasEditorLines, placeOf, type InputPart } from '../data/inputs/inputPart.ts';

/** A line that an editor can show. */
export interface EditorPlace {
  readonly uri: vscode.Uri;
  /** 1-based. */
  readonly line: number;
}

/**
 * Where a line of a data set stands in an editor: in a folder in one of its files; nowhere in files without lines of their own.
 * @param uri of the file or folder that was inspected
 * @param parts absent for a plain file of JSON lines
 */
export function editorPlace(
  uri: vscode.Uri,
  parts: readonly InputPart[] | undefined,
  line: number,
): EditorPlace | undefined {
  if (!parts) return { uri, line };
  const place = placeOf(parts, line);
  if (!place || !hasEditorLines(place.part)) return undefined;
  return { uri: uriOfPart(uri, place.part), line: place.line };
}

/** @param uri of the file or folder that was inspected */
export function uriOfPart(uri: vscode.Uri, { path, inFolder }: InputPart): vscode.Uri {
  return inFolder ? vscode.Uri.joinPath(uri, path) : uri;
}
