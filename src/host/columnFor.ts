import * as vscode from 'vscode';
import { columnBeside } from './columnBeside.ts';
import { groupWith } from './tabs.ts';

/** Where the file is open already, else the neighbour of the column that must stay. */
export function columnFor(
  uri: vscode.Uri,
  besides: vscode.ViewColumn | undefined,
): vscode.ViewColumn {
  if (besides === undefined) return vscode.ViewColumn.Active;
  return groupWith(uri, besides)?.viewColumn ?? columnBeside(besides);
}
