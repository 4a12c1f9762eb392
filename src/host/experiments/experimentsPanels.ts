import * as vscode from 'vscode';
import { isExperimentsState } from '../../webview/experimentsProtocol.ts';
import { panelOptions } from '../attachPage.ts';
import { columnBeside } from '../columnBeside.ts';
import type { Disposable } from '../disposable.ts';
import {
  attachExperiments,
  type ExperimentsPanel,
  type ExperimentsTools,
} from './attachExperiments.ts';

const PANEL_TYPE = 'strata.experiments';

/** The panels of run tables, at most one per table; each follows its table as it is edited. */
export interface ExperimentsPanels extends Disposable {
  show(table: vscode.Uri): void;
  get(table: vscode.Uri): ExperimentsPanel | undefined;
}

export function createExperimentsPanels(tools: ExperimentsTools): ExperimentsPanels {
  const panels = new Map<string, ExperimentsPanel>();

  function attach(webviewPanel: vscode.WebviewPanel, table: vscode.Uri): void {
    const panel = attachExperiments(webviewPanel, table, tools);
    panels.set(table.toString(), panel);
    webviewPanel.onDidDispose(() => {
      if (panels.get(table.toString()) === panel) panels.delete(table.toString());
      panel.dispose();
    });
  }

  const serializer = vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, {
    deserializeWebviewPanel(webviewPanel, state: unknown) {
      const table = isExperimentsState(state) ? vscode.Uri.parse(state.target, true) : undefined;
      const known = table && panels.get(table.toString());
      if (table && !known) attach(webviewPanel, table);
      else {
        // VS Code brings a hidden tab back when it is looked at, and the person may have opened another before.
        webviewPanel.dispose();
        known?.reveal();
      }
      return Promise.resolve();
    },
  });

  return {
    show(table) {
      const known = panels.get(table.toString());
      if (known) {
        known.reveal();
        return;
      }
      const isInFront =
        vscode.window.activeTextEditor?.document.uri.toString() === table.toString();
      const column = vscode.window.tabGroups.activeTabGroup.viewColumn;
      attach(
        vscode.window.createWebviewPanel(
          PANEL_TYPE,
          'Strata',
          isInFront ? columnBeside(column) : column,
          panelOptions(tools.extensionUri),
        ),
        table,
      );
    },
    get: (table) => panels.get(table.toString()),
    dispose() {
      serializer.dispose();
    },
  };
}
