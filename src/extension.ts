import * as vscode from 'vscode';
import { runInspection } from './engine/runInspection.ts';
import { registerCommands } from './host/commands.ts';
import { createFailureNotice } from './host/failureNotice.ts';
import { createFieldChoices } from './host/fieldChoices.ts';
import { createFlagHover } from './host/flagHover.ts';
import { createFront } from './host/front.ts';
import { disposeLog, log, messageOf } from './host/log.ts';
import { createOpenLine } from './host/openLine.ts';
import { createPanels, type Panels } from './host/panels.ts';
import { createProgressNotification } from './host/progressNotification.ts';
import { createRowDecorations } from './host/rowDecorations.ts';
import { createSessions, type Sessions } from './host/sessions.ts';
import { readSettings } from './host/settings.ts';
import { createStatusBar } from './host/statusBar.ts';

/** What the in-host tests look into. */
export interface Strata {
  readonly sessions: Sessions;
  readonly panels: Panels;
}

export function activate(context: vscode.ExtensionContext): Strata {
  try {
    return wire(context);
  } catch (error) {
    // VS Code keeps silent about an extension that fails to start.
    log().error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Strata could not start: {0}', messageOf(error)),
    );
    throw error;
  }
}

export function deactivate(): void {
  disposeLog();
}

function wire(context: vscode.ExtensionContext): Strata {
  const { extensionUri, subscriptions, workspaceState } = context;
  const fieldChoices = createFieldChoices(workspaceState);
  const sessions = createSessions({
    start: runInspection,
    assetsFolder: vscode.Uri.joinPath(extensionUri, 'media').fsPath,
    settings: readSettings,
    chosenFields: (uri) => fieldChoices.get(uri),
  });
  const opener = createOpenLine();
  const { openLine } = opener;
  const panels = createPanels({ extensionUri, sessions, openLine, fieldChoices });
  const statusBar = createStatusBar();
  const isPanelVisible = (uri: vscode.Uri) => panels.get(uri)?.isVisible ?? false;
  subscriptions.push(
    sessions,
    opener,
    panels,
    statusBar,
    createFront(sessions, panels, statusBar),
    createRowDecorations(sessions),
    createProgressNotification(sessions, isPanelVisible),
    createFailureNotice(sessions, isPanelVisible),
    registerCommands({ sessions, panels, openLine }),
    vscode.languages.registerHoverProvider({ language: 'jsonl' }, createFlagHover(sessions)),
  );
  return { sessions, panels };
}
