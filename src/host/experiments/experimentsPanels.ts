import * as vscode from 'vscode';
import { createTongue } from '../../engine/experiments/createTongue.ts';
import { runJob } from '../../engine/runJob.ts';
import {
  isExperimentsState,
  isExperimentsToHost,
  type ExperimentsToHost,
  type HostToExperiments,
} from '../../webview/experimentsProtocol.ts';
import { toExperimentsView } from '../../webview/viewModel/experiments/experimentsView.ts';
import { attachPage, panelOptions } from '../attachPage.ts';
import { columnBeside } from '../columnBeside.ts';
import type { Disposable } from '../disposable.ts';
import { hostWording } from '../hostWording.ts';
import { log } from '../log.ts';
import type { OpenLine } from '../openLine.ts';
import { editTable } from './editTable.ts';
import { readTableText } from './readTableText.ts';
import { watchTable } from './watchTable.ts';
import { fileNameOf } from '../fileNameOf.ts';

export const EXPERIMENTS_PANEL_TYPE = 'strata.experiments';

/** The panels of run tables, at most one per table; each follows its table as it is edited. */
export interface ExperimentsPanels extends Disposable {
  show(table: vscode.Uri): void;
  get(table: vscode.Uri): ExperimentsPanel | undefined;
}

export interface ExperimentsPanel extends Disposable {
  readonly table: vscode.Uri;
  /** What the page was last sent. */
  readonly sent: HostToExperiments | undefined;
  reveal(): void;
}

interface Tools {
  readonly extensionUri: vscode.Uri;
  readonly openLine: OpenLine;
}

export function createExperimentsPanels(tools: Tools): ExperimentsPanels {
  const panels = new Map<string, ExperimentsPanel>();

  function attach(webviewPanel: vscode.WebviewPanel, table: vscode.Uri): void {
    const panel = attachPanel(webviewPanel, table, tools);
    panels.set(table.toString(), panel);
    webviewPanel.onDidDispose(() => {
      if (panels.get(table.toString()) === panel) panels.delete(table.toString());
      panel.dispose();
    });
  }

  const serializer = vscode.window.registerWebviewPanelSerializer(EXPERIMENTS_PANEL_TYPE, {
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
          EXPERIMENTS_PANEL_TYPE,
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

/** Puts the page into a panel and keeps it at what the table says now. */
function attachPanel(
  panel: vscode.WebviewPanel,
  table: vscode.Uri,
  { extensionUri, openLine }: Tools,
): ExperimentsPanel {
  const fileName = fileNameOf(table);
  const tongue = createTongue((english) => vscode.l10n.t(english), vscode.env.language);
  let sent: HostToExperiments | undefined;
  let reading = 0;

  const page = attachPage<ExperimentsToHost, HostToExperiments>(panel, {
    extensionUri,
    page: 'experiments',
    title: vscode.l10n.t('Experiments: {0}', fileName),
    isMessage: isExperimentsToHost,
    onReady: post,
    async handle(message) {
      switch (message.type) {
        case 'openLine':
          await openLine(table, message.line, {
            besides: panel.viewColumn,
            preserveFocus: message.preserveFocus,
          });
          return;
        case 'measureRuns':
          await vscode.commands.executeCommand('strata.measureRuns', table);
          return;
        case 'planRuns':
          await vscode.commands.executeCommand('strata.planExperiments', table);
          return;
        case 'addInspection':
          await vscode.commands.executeCommand('strata.addInspection', undefined, table);
          return;
        case 'addRun':
        case 'setCell':
          await editTable(table, message);
      }
    },
  });
  function post(): void {
    if (sent) page.post(sent);
  }
  async function refresh(): Promise<void> {
    const own = ++reading;
    const text = await readTableText(table);
    const isOnDisk = table.scheme === 'file';
    const folder = isOnDisk ? vscode.Uri.joinPath(table, '..').fsPath : undefined;
    const analysed = await runJob(
      'analyseRunTable',
      { text: text ?? '', ...(folder !== undefined && { folder }) },
      {},
    ).result;
    // A later reading knows better.
    if (own !== reading) return;
    sent = {
      type: 'experiments',
      target: table.toString(),
      words: hostWording().page,
      view: toExperimentsView(analysed, fileName, tongue),
    };
    post();
  }
  const refreshOrLog = () => {
    refresh().catch((error: unknown) => log().error(`experiments: ${String(error)}`));
  };

  const subscriptions = [watchTable(table, refreshOrLog), page];
  refreshOrLog();

  return {
    table,
    get sent() {
      return sent;
    },
    reveal: () => panel.reveal(),
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
