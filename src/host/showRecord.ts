import * as vscode from 'vscode';
import type { AnalysisSession } from './analysisSession.ts';
import { columnBeside } from './columnBeside.ts';
import { hostWording } from './hostWording.ts';
import { nearestRow } from './nearestRow.ts';
import { recordInFront, recordUri } from './recordDocuments.ts';
import { groupWith } from './tabs.ts';

/** Opens a readable view of one row beside its file, or where another record is in front, unless a column is given. @param line 1-based */
export async function showRecord(
  { uri }: AnalysisSession,
  line: number,
  viewColumn = columnOfRecord(uri),
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(recordUri(uri, line, 'text'));
  await vscode.window.showTextDocument(document, {
    viewColumn,
    preview: true,
  });
}

function columnOfRecord(uri: vscode.Uri): vscode.ViewColumn {
  const { activeTabGroup } = vscode.window.tabGroups;
  if (recordInFront()) return activeTabGroup.viewColumn;
  return columnBeside(groupWith(uri)?.viewColumn ?? activeTabGroup.viewColumn);
}

/** Shows a row and the row it is most like side by side, as indented JSON in VS Code's own diff. */
export async function compareWithNearest(
  session: AnalysisSession,
  line: number,
  viewColumn = vscode.ViewColumn.Active,
): Promise<void> {
  const { uri, result } = session;
  const { count } = hostWording();
  const other = result && nearestRow(result.report, line);
  if (other === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Strata: line {0} is flagged neither as a duplicate nor as far from others.',
        count(line),
      ),
    );
    return;
  }
  await vscode.commands.executeCommand(
    'vscode.diff',
    recordUri(uri, line, 'json'),
    recordUri(uri, other, 'json'),
    vscode.l10n.t('Line {0} ↔ line {1}', count(line), count(other)),
    { preview: true, viewColumn } satisfies vscode.TextDocumentShowOptions,
  );
}
