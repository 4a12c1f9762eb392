import type * as vscode from 'vscode';

/** The last part of a file's path. */
export const fileNameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);
