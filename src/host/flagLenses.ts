import * as vscode from 'vscode';
import { flagReason } from '../webview/viewModel/flagReason.ts';
import { hostWording } from './hostWording.ts';
import { nearestRow } from './nearestRow.ts';
import type { Sessions } from './sessions.ts';
import type { Settings } from './settings.ts';

/** More lenses than this make scrolling slow; the worst flags have them. */
const MOST_LENSES = 1000;

/** Above each flagged row its reason and what can be done, where the setting `strata.codeLens` asks for it. */
export function createFlagLenses(
  sessions: Sessions,
  settings: (uri: vscode.Uri) => Pick<Settings, 'codeLens'>,
): vscode.Disposable {
  const changes = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changes.event,
    provideCodeLenses({ uri, lineCount }) {
      const session = sessions.get(uri);
      if (!session?.result || session.fate !== 'unchanged' || !settings(uri).codeLens) return [];
      const { report, flaggedLines } = session.result;
      return flaggedLines.worst(MOST_LENSES).flatMap(({ line, flag }) => {
        if (line > lineCount) return [];
        const range = new vscode.Range(line - 1, 0, line - 1, 0);
        const lens = (title: string, command: string) =>
          new vscode.CodeLens(range, { title, command, arguments: [uri, line] });
        const lenses = [lens(flagReason(flag, hostWording()), 'strata.showPanel')];
        if (flag.kind === 'row-error') return lenses;
        if (nearestRow(report, line) !== undefined) {
          lenses.push(lens(vscode.l10n.t('Compare'), 'strata.compareWithNearest'));
        }
        lenses.push(lens(vscode.l10n.t('Show record'), 'strata.showRecord'));
        lenses.push(lens(vscode.l10n.t('Dismiss'), 'strata.dismissFlag'));
        return lenses;
      });
    },
  };
  return vscode.Disposable.from(
    changes,
    vscode.languages.registerCodeLensProvider({ language: 'jsonl' }, provider),
    sessions.onDidChange(({ change }) => {
      if (change === 'state' || change === 'flags') changes.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('strata.codeLens')) changes.fire();
    }),
  );
}
