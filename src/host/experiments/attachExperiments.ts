import * as vscode from 'vscode';
import { runJob } from '../../engine/runJob.ts';
import {
  isExperimentsToHost,
  type ExperimentsToHost,
  type HostToExperiments,
} from '../../webview/experimentsProtocol.ts';
import { toExperimentsView } from '../../webview/viewModel/experiments/experimentsView.ts';
import { attachPage } from '../attachPage.ts';
import type { Disposable } from '../disposable.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { hostTongue } from '../hostTongue.ts';
import { hostWording } from '../hostWording.ts';
import { log } from '../log.ts';
import type { OpenLine } from '../openLine.ts';
import { editTable } from './editTable.ts';
import { readTableText } from './readTableText.ts';
import { watchTable } from './watchTable.ts';

export interface ExperimentsPanel extends Disposable {
  readonly table: vscode.Uri;
  /** What the page was last sent. */
  readonly sent: HostToExperiments | undefined;
  reveal(): void;
}

export interface ExperimentsTools {
  readonly extensionUri: vscode.Uri;
  readonly openLine: OpenLine;
}

/** Puts the page into a panel and keeps it at what the table says now. */
export function attachExperiments(
  panel: vscode.WebviewPanel,
  table: vscode.Uri,
  { extensionUri, openLine }: ExperimentsTools,
): ExperimentsPanel {
  const fileName = fileNameOf(table);
  const tongue = hostTongue();
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
