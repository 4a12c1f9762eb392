import * as vscode from 'vscode';
import type { AnalysisSession } from './analysisSession.ts';
import { hostWording } from './hostWording.ts';
import type { Sessions } from './sessions.ts';
import { fileNameOf } from './fileNameOf.ts';

/** Shorter inspections are over before a notification could be read. */
const PATIENCE_MS = 1000;

/** Shows the progress of long inspections whose panel is out of sight, with a way to cancel them. */
export function createProgressNotification(
  sessions: Sessions,
  isPanelVisible: (uri: vscode.Uri) => boolean,
): vscode.Disposable {
  const waiting = new Map<AnalysisSession, NodeJS.Timeout>();

  function forget(session: AnalysisSession): void {
    clearTimeout(waiting.get(session));
    waiting.delete(session);
  }

  return vscode.Disposable.from(
    sessions.onDidChange(({ session, change }) => {
      if (change !== 'state') return;
      forget(session);
      if (session.state.kind !== 'running') return;
      const timer = setTimeout(() => {
        forget(session);
        if (!isPanelVisible(session.uri)) void showProgress(session);
      }, PATIENCE_MS);
      waiting.set(session, timer);
    }),
    new vscode.Disposable(() => [...waiting.keys()].forEach(forget)),
  );
}

function showProgress(session: AnalysisSession): Thenable<void> {
  const fileName = fileNameOf(session.uri);
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Strata: inspecting {0}', fileName),
      cancellable: true,
    },
    (progress, token) =>
      new Promise<void>((resolve) => {
        let shown = 0;
        token.onCancellationRequested(() => session.cancel());
        const subscription = session.onDidChange((change) => {
          const { state } = session;
          if (state.kind !== 'running') {
            subscription.dispose();
            resolve();
          } else if (change === 'progress') {
            const percent = Math.floor(state.progress.fraction * 100);
            const message = hostWording().view[`phase.${state.progress.phase}`];
            progress.report({ increment: percent - shown, message });
            shown = percent;
          }
        });
      }),
  );
}
