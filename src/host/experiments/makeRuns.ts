import * as vscode from 'vscode';
import { AnalysisError } from '../../data/analysisError.ts';
import { makePlannedSets } from '../../engine/experiments/makePlannedSets.ts';
import type { RunsPlan } from '../../engine/jobs/planRunTable.ts';
import { runJob } from '../../engine/runJob.ts';
import type { SelectSource } from '../../engine/select/selection.ts';
import { hostWording } from '../hostWording.ts';
import { readTableText } from './readTableText.ts';
import { writeTable } from './writeTable.ts';

/**
 * Makes the data sets of planned runs, each with a row in the table as soon as it is written and measured; shows the progress,
 * and a cancel leaves what was made.
 * @returns how many were made
 */
export async function makeRuns(
  table: vscode.Uri,
  { sets, commonRows }: RunsPlan,
  source: SelectSource,
): Promise<number> {
  const { count } = hostWording();
  let made = 0;
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Strata: making the data sets of the next runs'),
      cancellable: true,
    },
    async (progress, token) => {
      let shown = 0;
      const folder = vscode.Uri.joinPath(table, '..').fsPath;
      const making = makePlannedSets(
        { source, sets, folder, commonRows },
        {
          onProgress({ data }, fraction) {
            const percent = Math.floor(100 * fraction);
            const message = vscode.l10n.t(
              '{0} of {1}: {2}',
              count(made + 1),
              count(sets.length),
              data,
            );
            progress.report({ increment: percent - shown, message });
            shown = percent;
          },
          async onMade(_set, { run }) {
            const text = await readTableText(table);
            const edit = await runJob('addRunToTable', { text, run }, {}).result;
            if (edit.kind === 'unreadable') throw unreadable(table);
            if (edit.kind !== 'present') await writeTable(table, edit, text);
            made++;
          },
        },
      );
      token.onCancellationRequested(() => making.cancel());
      try {
        await making.result;
      } catch (error) {
        if (!(error instanceof AnalysisError && error.code === 'cancelled')) throw error;
      }
    },
  );
  return made;
}

const unreadable = (table: vscode.Uri) =>
  new Error(
    vscode.l10n.t('Strata: {0} cannot be read as a table, so nothing was added.', table.fsPath),
  );
