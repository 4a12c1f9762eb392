import * as vscode from 'vscode';

/** The column in which something opens beside another one: the second, or the first for that itself; never one more. */
export function columnBeside(column: vscode.ViewColumn): vscode.ViewColumn {
  const { One, Two } = vscode.ViewColumn;
  return column === Two ? One : Two;
}
