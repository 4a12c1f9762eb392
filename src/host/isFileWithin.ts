import * as vscode from 'vscode';
import { kindOfName } from '../data/inputs/inputKind.ts';

/** Whether a file may be one of the files of a folder that is read as a data set: they lie in the folder itself. */
export function isFileWithin(file: vscode.Uri, folder: vscode.Uri): boolean {
  return (
    kindOfName(file.path) !== undefined &&
    vscode.Uri.joinPath(file, '..').toString() === folder.toString()
  );
}
