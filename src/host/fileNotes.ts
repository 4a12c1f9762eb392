import * as vscode from 'vscode';
import { unreadFields } from '../webview/viewModel/unreadFields.ts';
import type { AnalysisSession } from './analysisSession.ts';
import { hostWording } from './hostWording.ts';

/** What one should know of the file before one reads the figures. */
export function fileNotes({ state, fate }: AnalysisSession): string[] {
  const notes: string[] = [];
  if (state.kind !== 'done') return notes;
  if (state.isNewerCancelled) {
    notes.push(
      vscode.l10n.t('You cancelled the new inspection: these are the figures of the one before.'),
    );
  }
  if (state.result.isUnsaved) {
    notes.push(
      vscode.l10n.t('The unsaved text of the editor was inspected, not the file on disk.'),
    );
  }
  const { report, selection, settingFaults, unseenChanges } = state.result;
  notes.push(...settingFaults);
  notes.push(...unreadFields(report.fields, selection, hostWording()));
  if (unseenChanges === 'in-folder') {
    notes.push(
      vscode.l10n.t(
        'Unsaved changes of files in the folder were not inspected: save them and inspect again.',
      ),
    );
  }
  if (unseenChanges === 'too-large') {
    notes.push(
      vscode.l10n.t(
        'The file is too large for VS Code to show its unsaved changes to extensions: what is on disk was inspected.',
      ),
    );
  }
  const dismissed = state.result.dismissed.length;
  if (dismissed > 0) {
    notes.push(
      dismissed === 1
        ? vscode.l10n.t('1 dismissed flag is not shown; it is listed in the tree “Flagged Rows”.')
        : vscode.l10n.t(
            '{0} dismissed flags are not shown; they are listed in the tree “Flagged Rows”.',
            hostWording().count(dismissed),
          ),
    );
  }
  switch (fate) {
    case 'unchanged':
      break;
    case 'edited':
      if (unseenChanges !== 'in-folder') {
        notes.push(vscode.l10n.t('The text was edited since: lines may have moved.'));
      }
      break;
    case 'changed-on-disk':
      notes.push(vscode.l10n.t('The file changed on disk since: inspect it again.'));
      break;
    case 'deleted':
      notes.push(vscode.l10n.t('The file was deleted or moved since it was inspected.'));
  }
  return notes;
}
