import * as vscode from 'vscode';
import { hostWording } from './hostWording.ts';
import { inspectedDocument } from './inspectedDocument.ts';
import { nearestRow } from './nearestRow.ts';
import type { Sessions } from './sessions.ts';

/** What can be done about a flagged row, by the keys (Ctrl+.), the light bulb and the Problems view: what its hover links to. */
export function createFlagActions(sessions: Sessions): vscode.CodeActionProvider {
  return {
    provideCodeActions(document, { start }, { diagnostics }) {
      const inspected = inspectedDocument(sessions, document.uri);
      if (!inspected || inspected.session.fate !== 'unchanged') return [];
      const { session, flaggedLines } = inspected;
      const line = inspected.lineInDataset(start.line + 1);
      const flags = flaggedLines.at(line);
      if (flags.length === 0 || session.state.kind === 'failed' || !session.result) return [];
      const own = diagnostics.filter(
        ({ source, range }) => source === 'Strata' && range.start.line === start.line,
      );
      const action = (title: string, command: string, ...more: readonly unknown[]) => {
        const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        made.command = { command, title, arguments: [session.uri, ...more] };
        made.diagnostics = own;
        return made;
      };
      return [
        ...(nearestRow(session.result.report, line) === undefined
          ? []
          : [
              action(
                vscode.l10n.t('Compare with the nearest row'),
                'strata.compareWithNearest',
                line,
              ),
            ]),
        ...(flags.some(({ kind }) => kind !== 'row-error')
          ? [action(vscode.l10n.t('Show the record'), 'strata.showRecord', line)]
          : []),
        action(vscode.l10n.t('Dismiss the flag…'), 'strata.dismissFlag', line),
        action(hostWording().page.writeCleanCopy, 'strata.writeCleanCopy'),
      ];
    },
  };
}
