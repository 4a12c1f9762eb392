import * as vscode from 'vscode';
import { attachPanel, PANEL_TYPE, type AttachedPanel } from '../webview/panel.ts';
import { isPageState } from '../webview/pageState.ts';
import type { FieldChoice } from '../webview/protocol.ts';
import type { AnalysisSession } from './analysisSession.ts';
import { panelOptions } from './attachPage.ts';
import { columnBeside } from './columnBeside.ts';
import type { Disposable } from './disposable.ts';
import type { FieldChoices } from './fieldChoices.ts';
import type { OpenLine } from './openLine.ts';
import { hasRecordTab } from './recordDocuments.ts';
import type { Sessions } from './sessions.ts';
import { hasTab, isTabOf } from './tabs.ts';

/** The panels of this window, at most one per file. */
export interface Panels extends Disposable {
  /** Reveals the panel of a file, or opens it: beside the file's editor, or where the person works. */
  show(uri: vscode.Uri): void;
  get(uri: vscode.Uri): AttachedPanel | undefined;
  /** The panel of a file, where there is one, goes on with it under another name. */
  move(from: vscode.Uri, to: vscode.Uri): void;
  /** The panel in front. */
  readonly active: AttachedPanel | undefined;
  readonly onDidChangeActive: vscode.Event<void>;
}

interface PanelOfFile {
  readonly panel: AttachedPanel;
  readonly webviewPanel: vscode.WebviewPanel;
  /** Of the panel, as long as it is that of this file. */
  readonly listeners: vscode.Disposable;
}

export interface PanelTools {
  readonly extensionUri: vscode.Uri;
  readonly sessions: Sessions;
  readonly openLine: OpenLine;
  readonly fieldChoices: FieldChoices;
}

export function createPanels(tools: PanelTools): Panels {
  const { extensionUri, sessions, openLine, fieldChoices } = tools;
  const panels = new Map<string, PanelOfFile>();
  const activeChanges = new vscode.EventEmitter<void>();

  function attach(
    webviewPanel: vscode.WebviewPanel,
    uri: vscode.Uri,
    movedFrom?: vscode.Uri,
  ): AnalysisSession {
    const session = sessions.getOrCreate(uri);
    const panel = attachPanel(webviewPanel, {
      extensionUri,
      session,
      ...(movedFrom && { movedFrom }),
      chosenFields: () => fieldChoices.get(uri),
      openLine: (line, preserveFocus) =>
        openLine(uri, line, { besides: webviewPanel.viewColumn, preserveFocus }),
      async chooseFields(choice: FieldChoice) {
        await fieldChoices.set(uri, choice);
        await session.inspect();
      },
    });
    const listeners = vscode.Disposable.from(
      panel,
      webviewPanel.onDidChangeViewState(() => activeChanges.fire()),
      webviewPanel.onDidDispose(() => {
        if (panels.get(uri.toString()) === own) panels.delete(uri.toString());
        listeners.dispose();
        closeIfUnseen(uri);
        activeChanges.fire();
      }),
    );
    const own = { panel, webviewPanel, listeners };
    panels.set(uri.toString(), own);
    activeChanges.fire();
    return session;
  }

  /** Results are kept while the file, its panel or one of its records is open. */
  function closeIfUnseen(uri: vscode.Uri): void {
    const isSeen = panels.has(uri.toString()) || hasTab(uri) || hasRecordTab(uri);
    if (!isSeen) sessions.close(uri);
  }

  const subscriptions = [
    activeChanges,
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length === 0) return;
      for (const { uri } of sessions.all) closeIfUnseen(uri);
    }),
    vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, {
      async deserializeWebviewPanel(webviewPanel, state: unknown) {
        if (!isPageState(state)) {
          webviewPanel.dispose();
          return;
        }
        const uri = vscode.Uri.parse(state.target, true);
        const known = panels.get(uri.toString());
        if (known) {
          // VS Code brings a hidden tab back when it is looked at, and the person may have inspected the file before.
          webviewPanel.dispose();
          known.panel.reveal();
          return;
        }
        const session = attach(webviewPanel, uri);
        if (session.state.kind === 'idle') void session.inspect();
        return Promise.resolve();
      },
    }),
  ];

  return {
    show(uri) {
      const known = panels.get(uri.toString());
      if (known) {
        known.panel.reveal();
        return;
      }
      const { activeTab, viewColumn: active } = vscode.window.tabGroups.activeTabGroup;
      const viewColumn = activeTab && isTabOf(activeTab, uri) ? columnBeside(active) : active;
      attach(
        vscode.window.createWebviewPanel(
          PANEL_TYPE,
          'Strata',
          viewColumn,
          panelOptions(extensionUri),
        ),
        uri,
      );
    },
    get: (uri) => panels.get(uri.toString())?.panel,
    move(from, to) {
      const moved = panels.get(from.toString());
      if (!moved) return;
      const { webviewPanel, listeners } = moved;
      if (panels.has(to.toString())) {
        // The file took the place of one that has a panel.
        webviewPanel.dispose();
        return;
      }
      panels.delete(from.toString());
      listeners.dispose();
      attach(webviewPanel, to, from);
    },
    get active() {
      return Array.from(panels.values(), ({ panel }) => panel).find(({ isActive }) => isActive);
    },
    onDidChangeActive: activeChanges.event,
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
