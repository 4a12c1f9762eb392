import * as vscode from 'vscode';
import { joinSentences } from '../webview/viewModel/wording.ts';
import { hostWording } from './hostWording.ts';
import type { Sessions } from './sessions.ts';

/** Tells of an inspection that failed while its panel is out of sight, once; the panel tells of the others. */
export function createFailureNotice(
  sessions: Sessions,
  isPanelVisible: (uri: vscode.Uri) => boolean,
): vscode.Disposable {
  return sessions.onDidChange(({ session, change }) => {
    const { state, uri } = session;
    if (change !== 'state' || state.kind !== 'failed' || state.code === 'cancelled') return;
    if (isPanelVisible(uri)) return;
    const { view } = hostWording();
    void vscode.window.showErrorMessage(
      `Strata: ${joinSentences([state.message, view[`todo.${state.code}`]])}`,
    );
  });
}
