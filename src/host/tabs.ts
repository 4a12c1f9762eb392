import * as vscode from 'vscode';

/** The file that a tab shows as text or in a custom editor: present even where VS Code hands out no document. */
export function uriOfTab(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input = tab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) {
    return input.uri;
  }
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}

export function isTabOf(tab: vscode.Tab, uri: vscode.Uri): boolean {
  return uriOfTab(tab)?.toString() === uri.toString();
}

export function hasTab(uri: vscode.Uri): boolean {
  return groupWith(uri) !== undefined;
}

/** The first column in which a file is open. @param besides a column that is not looked at */
export function groupWith(
  uri: vscode.Uri,
  besides?: vscode.ViewColumn,
): vscode.TabGroup | undefined {
  return vscode.window.tabGroups.all.find(
    ({ viewColumn, tabs }) =>
      (besides === undefined || viewColumn !== besides) && tabs.some((tab) => isTabOf(tab, uri)),
  );
}

export function isJsonLines(uri: vscode.Uri): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(uri.path);
}
