import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { AnalysisError } from '../../data/analysisError.ts';
import type { ComparedFiles } from '../../engine/compare/comparison.ts';
import type { RunningJob } from '../../engine/runJob.ts';
import { createRecordThread, type RecordThread } from '../../engine/recordThread.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import {
  COMPARED,
  isComparePageToHost,
  type Compared,
  type ComparePageToHost,
  type CompareView,
  type HostToComparePage,
} from '../../webview/compareProtocol.ts';
import { panelHtml } from '../../webview/html.ts';
import { panelOptions } from '../../webview/panel.ts';
import { toCompareView } from '../../webview/viewModel/compareView.ts';
import { fill } from '../../webview/viewModel/wording.ts';
import type { Disposable } from '../disposable.ts';
import { hostWording } from '../hostWording.ts';
import { log, messageOf } from '../log.ts';
import type { OpenLine } from '../openLine.ts';
import { writeLeftOut } from '../writeLeftOut.ts';
import type { ComparedRecords } from './comparedRecords.ts';
import { compareWording } from './compareWording.ts';
import type { StartComparison } from './startComparison.ts';

export const COMPARE_PANEL_TYPE = 'strata.compare';

export type ComparedUris = Readonly<Record<Compared, vscode.Uri>>;

export interface ComparePanelTools {
  readonly extensionUri: vscode.Uri;
  readonly openLine: OpenLine;
  readonly records: ComparedRecords;
  readonly start: StartComparison;
}

/** What the in-host tests look into. */
export interface ComparePanel extends Disposable {
  readonly uris: ComparedUris;
  readonly view: CompareView;
  readonly isPageReady: boolean;
  compare(): Promise<void>;
}

/** Puts the page of a comparison into a panel: compares, shows the outcome, and does what the person asks for. */
export function attachComparePanel(
  panel: vscode.WebviewPanel,
  uris: ComparedUris,
  tools: ComparePanelTools,
): ComparePanel {
  const { webview } = panel;
  const words = compareWording();
  const names = COMPARED.map((which) => nameOf(uris[which])) as [string, string];
  const assetsFolder = vscode.Uri.joinPath(tools.extensionUri, 'media').fsPath;
  let view: CompareView = { kind: 'running', phase: words['phase.read-dataset'], fraction: 0 };
  let isPageReady = false;
  let running: RunningJob<ComparedFiles> | undefined;
  let compared: ComparedFiles | undefined;
  let threads: Partial<Record<Compared, RecordThread>> = {};

  const post = () => {
    const message: HostToComparePage = {
      type: 'state',
      target: { dataset: uris.dataset.toString(), reference: uris.reference.toString() },
      title: fill(words.title, ...names),
      words: {
        cancel: words.cancel,
        compareAgain: words.compareAgain,
        sections: words.sections,
        lines: words.lines,
        openLine: { dataset: words.openInDataset, reference: words.openInReference },
        compareRows: words.compareRows,
        progress: words.progress,
      },
      view,
    };
    if (isPageReady) void webview.postMessage(message);
  };
  const show = (next: CompareView) => {
    view = next;
    post();
  };
  const closeThreads = () => {
    for (const which of COMPARED) threads[which]?.close();
    threads = {};
  };

  async function compare(): Promise<void> {
    running?.cancel();
    closeThreads();
    compared = undefined;
    show({ kind: 'running', phase: words['phase.read-dataset'], fraction: 0 });
    let job: RunningJob<ComparedFiles> | undefined;
    try {
      const { job: started, sources } = await tools.start(uris, ({ phase, fraction }) => {
        if (running === job) show({ kind: 'running', phase: words[`phase.${phase}`], fraction });
      });
      running = job = started;
      const result = await job.result;
      if (running !== job) return;
      compared = result;
      for (const which of COMPARED) {
        threads[which] = createRecordThread({
          source: sources[which],
          assetsFolder,
          ...result.files[which],
        });
      }
      show(toCompareView(result.comparison, names, words, hostWording()));
    } catch (error) {
      if (running !== job) return;
      if (!(error instanceof AnalysisError)) log().error(String(error));
      show({ kind: 'failed', message: messageOf(error) });
    } finally {
      if (running === job) running = undefined;
    }
  }

  async function handle(message: ComparePageToHost): Promise<void> {
    switch (message.type) {
      case 'ready':
        isPageReady = true;
        post();
        return;
      case 'openLine':
        return tools.openLine(uris[message.in], message.line, { besides: panel.viewColumn });
      case 'compareRows':
        return tools.records.compare(
          COMPARED.map((which) => ({
            thread: threads[which],
            uri: uris[which],
            line: which === 'dataset' ? message.line : message.referenceLine,
          })),
        );
      case 'writeCleanCopy':
        if (compared && threads.dataset) {
          await writeLeftOut(
            {
              uri: uris.dataset,
              records: threads.dataset,
              lineStarts: compared.files.dataset.lineStarts,
              strataVersion: compared.comparison.strataVersion,
              bytes: compared.comparison.dataset.file.bytes,
            },
            compared.comparison.leakage.pairs.map(({ line, kind }) => ({
              line,
              reason: `leaked-${kind}`,
            })),
          );
        }
        return;
      case 'compareAgain':
        return compare();
      case 'cancel':
        running?.cancel();
    }
  }

  const subscriptions = [
    webview.onDidReceiveMessage((message: unknown) => {
      if (!isComparePageToHost(message)) return;
      handle(message).catch((error: unknown) => {
        log().error(`comparison, ${message.type}: ${String(error)}`);
        void vscode.window.showErrorMessage(`Strata: ${messageOf(error)}`);
      });
    }),
    panel.onDidChangeViewState(() => {
      if (!panel.visible) isPageReady = false;
    }),
  ];
  panel.title = harmlessText(fill(words.title, ...names), 80);
  panel.iconPath = vscode.Uri.joinPath(tools.extensionUri, 'media', 'icon.png');
  const asset = (...path: string[]) =>
    webview.asWebviewUri(vscode.Uri.joinPath(tools.extensionUri, ...path)).toString();
  webview.options = panelOptions(tools.extensionUri);
  webview.html = panelHtml({
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64'),
    scriptUri: asset('dist', 'compare.js'),
    styleUri: asset('media', 'panel.css'),
    lang: vscode.env.language,
    title: panel.title,
  });
  return {
    uris,
    get view() {
      return view;
    },
    get isPageReady() {
      return isPageReady;
    },
    compare,
    dispose() {
      running?.cancel();
      running = undefined;
      closeThreads();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);
