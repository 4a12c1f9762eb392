import * as vscode from 'vscode';
import { LEVEL_COLUMNS } from '../../data/runTable/runColumns.ts';
import { hostTongue } from '../hostTongue.ts';
import { columnName } from '../../engine/experiments/noteSentence.ts';
import { runOfReport } from '../../engine/experiments/runOfReport.ts';
import { runJob } from '../../engine/runJob.ts';
import type { AnalysisSession } from '../analysisSession.ts';
import { inspectedResult } from '../inspectedResult.ts';
import { readTableText } from './readTableText.ts';
import { seenFromTable } from './seenFromTable.ts';
import { findTable, placeOfNewTable } from './tableUri.ts';
import { writeTable } from './writeTable.ts';

/**
 * Puts the data set, which is inspected first where it was not, into the workspace's table of runs, its score left empty: into the row that awaits it, else as
 * a new one. No cell that holds something is changed, and undo takes it back.
 * @param shown the table that the person has before them in its panel
 */
export async function addInspection(session: AnalysisSession, shown?: vscode.Uri): Promise<void> {
  const result = await inspectedResult(session);
  if (!result) return;
  const table = shown ?? (await findTable(session.uri)) ?? placeOfNewTable(session.uri);
  if (!table) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Strata: open a folder first, in which the table of training runs can stand.'),
    );
    return;
  }
  const { run, missing } = runOfReport(result.report, seenFromTable(table, session.uri));
  if (missing.length === LEVEL_COLUMNS.length) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Strata: no level of this file can be compared: it has too few rows for the setting “strata.commonRows”.',
      ),
    );
    return;
  }
  const text = await readTableText(table);
  const edit = await runJob('addRunToTable', { text, run }, {}).result;
  switch (edit.kind) {
    case 'unreadable':
      void vscode.window.showErrorMessage(
        vscode.l10n.t('Strata: {0} cannot be read as a table, so nothing was added.', table.fsPath),
      );
      await vscode.commands.executeCommand('strata.showExperiments', table);
      return;
    case 'present':
      if (!shown) await showRow(await vscode.workspace.openTextDocument(table), edit.line);
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Strata: this inspection is in the table already.'),
      );
      return;
    case 'new':
    case 'replaced': {
      const document = await writeTable(table, edit, text);
      if (!shown) await showRow(document, edit.line);
      // The command is done; what it says may stand for as long as the person likes.
      void tellAdded(table, missing, !shown);
    }
  }
}

async function showRow(document: vscode.TextDocument, line: number): Promise<void> {
  const end = document.lineAt(Math.min(line, document.lineCount) - 1).range.end;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
}

async function tellAdded(
  table: vscode.Uri,
  missing: readonly string[],
  canShow: boolean,
): Promise<void> {
  const tongue = hostTongue();
  const names = missing.map((column) => columnName(column, tongue));
  const show = vscode.l10n.t('Show Experiments');
  const answer = await vscode.window.showInformationMessage(
    names.length === 0
      ? vscode.l10n.t('Strata: added. Fill in the score once the model is trained.')
      : vscode.l10n.t(
          'Strata: added without {0}. Fill in the score once the model is trained.',
          tongue.list(names),
        ),
    ...(canShow ? [show] : []),
  );
  if (answer === show) await vscode.commands.executeCommand('strata.showExperiments', table);
}
