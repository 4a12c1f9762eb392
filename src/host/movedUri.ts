import type * as vscode from 'vscode';

/** Where a file is after a file or folder was renamed; undefined where it is none of these. */
export function movedUri(
  file: vscode.Uri,
  from: vscode.Uri,
  to: vscode.Uri,
): vscode.Uri | undefined {
  if (file.toString() === from.toString()) return to;
  const isBelow =
    file.scheme === from.scheme &&
    file.authority === from.authority &&
    file.path.startsWith(`${from.path}/`);
  return isBelow ? to.with({ path: to.path + file.path.slice(from.path.length) }) : undefined;
}
