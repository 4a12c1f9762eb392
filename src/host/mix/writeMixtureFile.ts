import * as vscode from 'vscode';
import { AnalysisError } from '../../data/analysisError.ts';
import type { WriteMixtureRequest } from '../../engine/mix/writeMixture.ts';
import { runJob } from '../../engine/runJob.ts';
import { hostWording } from '../hostWording.ts';
import { tellOfCopy } from '../tellOfCopy.ts';
import { fill } from '../../metrics/text/fill.ts';

/** Asks for a name and writes a mixture there, with its manifest. The sources stay as they are. */
export async function writeMixtureFile(
  generated: vscode.Uri,
  request: Omit<WriteMixtureRequest, 'targetPath'>,
  onWritten: () => void,
): Promise<void> {
  const name = `mixed-${request.choice.ratio}.jsonl`;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Write the Mixture'),
    defaultUri: vscode.Uri.joinPath(generated, '..', name),
    filters: { 'JSON Lines': ['jsonl', 'ndjson'] },
  });
  if (!target) return;
  if (target.scheme !== 'file') {
    throw new AnalysisError(
      'not-writable',
      vscode.l10n.t('A copy can be written to the disk only, not to {0}.', target.scheme),
    );
  }
  const written = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Strata: writing the mixture'),
      cancellable: true,
    },
    async (progress, token) => {
      let shown = 0;
      const job = runJob(
        'writeMixture',
        { ...request, targetPath: target.fsPath },
        {
          onProgress({ fraction }) {
            progress.report({ increment: 100 * fraction - shown });
            shown = 100 * fraction;
          },
        },
      );
      token.onCancellationRequested(() => job.cancel());
      return job.result.catch((error: unknown) => {
        if (error instanceof AnalysisError && error.code === 'cancelled') return undefined;
        throw error;
      });
    },
  );
  if (!written) return;
  onWritten();
  const { count } = hostWording();
  const message = fill(
    vscode.l10n.t('Strata: {0} generated and {1} real {1|row|rows} written.'),
    count(written.generatedRows),
    count(written.realRows),
  );
  // The command is done; what it says may stand for as long as the person likes.
  void tellOfCopy(message, target, written.manifestPath);
}
