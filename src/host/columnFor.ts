import * as vscode from 'vscode';
import { isTabOf } from './tabs.ts';

/** Where the file is open already, else the neighbour of the column that must stay. */
export function columnFor(
  uri: vscode.Uri,
  besides: vscode.ViewColumn | undefined,
): vscode.ViewColumn {
  if (besides === undefined) return vscode.ViewColumn.Active;
  const group = vscode.window.tabGroups.all.find(
    ({ viewColumn, tabs }) => viewColumn !== besides && tabs.some((tab) => isTabOf(tab, uri)),
  );
  if (group) return group.viewColumn;
  return besides === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
}
