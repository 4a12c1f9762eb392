import * as vscode from 'vscode';

/** The column beside another one: the second, or for that and later ones the column before, so that no third one is opened. */
export function columnBeside(column: vscode.ViewColumn): vscode.ViewColumn {
  const isFirst = column === vscode.ViewColumn.One;
  return isFirst ? vscode.ViewColumn.Two : ((column - 1) as vscode.ViewColumn);
}
