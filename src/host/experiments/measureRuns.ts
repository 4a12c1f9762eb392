import * as vscode from 'vscode';
import { AnalysisError } from '../../data/analysisError.ts';
import type { MeasureRunsUpdate } from '../../engine/jobs/measureRunFiles.ts';
import { runJob } from '../../engine/runJob.ts';
import { toAnalysisError } from '../../engine/serializedError.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { readSettings } from '../settings.ts';
import { whatWentWrong } from '../whatWentWrong.ts';
import { readTableText } from './readTableText.ts';
import { writeTable } from './writeTable.ts';

/**
 * Measures the data sets of the runs that have no level in the table, with progress and a way to cancel, and fills the empty
 * cells of their rows as each is done; undo takes it back.
 */
export async function measureRuns(table: vscode.Uri, extensionUri: vscode.Uri): Promise<void> {
  const text = await readTableText(table);
  if (text === undefined || table.scheme !== 'file') return;
  const folder = vscode.Uri.joinPath(table, '..').fsPath;
  const { inspect: settings, threads, fields: selection } = readSettings(table);
  const assetsFolder = vscode.Uri.joinPath(extensionUri, 'media').fsPath;
  const faults: string[] = [];
  const outcome = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Strata: measuring the data sets of the runs'),
      cancellable: true,
    },
    async (progress, token) => {
      let shown = 0;
      let updates = 0;
      // One row after the other: each edit is made for the table as it is then.
      let filled = Promise.resolve();
      const job = runJob(
        'measureRunFiles',
        { text, folder, selection, settings, threads, assetsFolder },
        {
          onProgress({ fraction }) {
            const percent = Math.floor(100 * fraction);
            progress.report({ increment: percent - shown });
            shown = percent;
          },
          onUpdate(update) {
            updates++;
            filled = filled
              .then(() => fill(table, folder, update))
              .catch((error: unknown) => {
                faults.push(`${update.data}: ${whatWentWrong(error)}`);
              });
          },
        },
      );
      token.onCancellationRequested(() => job.cancel());
      try {
        await job.result;
        return updates === 0 ? 'nothing to do' : 'done';
      } catch (error) {
        if (!(error instanceof AnalysisError && error.code === 'cancelled')) throw error;
        return 'cancelled';
      } finally {
        await filled;
      }
    },
  );
  if (outcome === 'nothing to do') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Strata: no run of {0} is left to measure. Each has levels, or names no data set that is there.',
        fileNameOf(table),
      ),
    );
  }
  if (faults.length > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Strata: not all data sets could be measured. {0}', faults.join(' ')),
    );
  }
}

async function fill(table: vscode.Uri, folder: string, update: MeasureRunsUpdate): Promise<void> {
  if ('error' in update) throw toAnalysisError(update.error);
  const text = await readTableText(table);
  if (text === undefined) return;
  const { run } = update.measured;
  const filled = await runJob('fillRunTable', { text, folder, run }, {}).result;
  if (filled !== text) await writeTable(table, { kind: 'new', text: filled, line: 1 }, text);
}
