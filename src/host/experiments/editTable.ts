import * as vscode from 'vscode';
import { runJob } from '../../engine/runJob.ts';
import type { ExperimentsToHost } from '../../webview/experimentsProtocol.ts';
import { readTableText } from './readTableText.ts';
import { writeTable } from './writeTable.ts';

/** Writes into a table what a person entered in its panel; undo in its editor takes it back. */
export async function editTable(
  table: vscode.Uri,
  message: Extract<ExperimentsToHost, { type: 'addRun' | 'setCell' }>,
): Promise<void> {
  const text = await readTableText(table);
  const edit =
    message.type === 'addRun'
      ? await runJob('addRunToTable', { text, run: { data: message.data, cells: {} } }, {}).result
      : await runJob('setCellOfTable', { text: text ?? '', change: message }, {}).result;
  switch (edit.kind) {
    case 'unreadable':
      throw new Error(vscode.l10n.t('{0} has changed meanwhile: try again.', table.fsPath));
    case 'present':
      if (message.type === 'addRun') {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Strata: {0} is in the table already.', message.data),
        );
      }
      return;
    case 'new':
    case 'replaced':
      await writeTable(table, edit, text);
  }
}
