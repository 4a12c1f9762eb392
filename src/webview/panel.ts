import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { AnalysisSession } from '../host/analysisSession.ts';
import { attachPage } from '../host/attachPage.ts';
import type { Disposable } from '../host/disposable.ts';
import { fileNotes } from '../host/fileNotes.ts';
import { hostWording } from '../host/hostWording.ts';
import { nameOfPlace } from '../data/inputs/inputPart.ts';
import { readExcerpts } from '../data/readExcerpts.ts';
import { createRowsPanel } from './rowsPanel.ts';
import {
  isPageToHost,
  type FieldChoice,
  type HostToPage,
  type PageToHost,
  type PanelView,
} from './protocol.ts';
import {
  toDoneView,
  toFlagSummary,
  toFailedView,
  toNextSteps,
  toPartialView,
  toRunningView,
} from './viewModel.ts';
import { toFlagRow } from './viewModel/flagRow.ts';
import type { HostFacts } from './viewModel/headView.ts';
import { queryFlagsInTurns } from './viewModel/queryFlags.ts';
import { fileNameOf } from '../host/fileNameOf.ts';
import { BESIDE_PANEL } from '../host/besidePanel.ts';

export const PANEL_TYPE = 'strata.panel';

export interface PanelHost {
  readonly extensionUri: vscode.Uri;
  readonly session: AnalysisSession;
  /** The name that the file had while the page was about it already. */
  readonly movedFrom?: vscode.Uri;
  chosenFields(): FieldChoice;
  openLine(line: number, preserveFocus: boolean): Promise<void>;
  chooseFields(choice: FieldChoice): Promise<void>;
}

export interface AttachedPanel extends Disposable {
  readonly uri: vscode.Uri;
  readonly isActive: boolean;
  readonly viewColumn: vscode.ViewColumn | undefined;
  readonly isVisible: boolean;
  /** Whether the page has said that it takes messages, since it was last shown. */
  readonly isPageReady: boolean;
  reveal(): void;
}

/** Puts the page into a panel and speaks with it: the session's state goes out, what the person does comes in. */
export function attachPanel(panel: vscode.WebviewPanel, host: PanelHost): AttachedPanel {
  const { session } = host;
  const fileName = fileNameOf(session.uri);
  const page = attachPage<PageToHost, HostToPage>(panel, {
    extensionUri: host.extensionUri,
    page: 'dataset',
    title: `Strata: ${fileName}`,
    isMessage: isPageToHost,
    onReady() {
      rows.forget();
      postState();
    },
    handle,
  });
  const { post } = page;
  const rows = createRowsPanel(session, post);

  function postState(): void {
    post({
      type: 'state',
      target: session.uri.toString(),
      ...(host.movedFrom && { movedFrom: host.movedFrom.toString() }),
      words: hostWording().page,
      view: viewOf(host, fileName),
    });
    if (session.state.kind === 'done') rows.postAll();
  }

  async function postFlags(message: Extract<PageToHost, { type: 'getFlags' }>): Promise<void> {
    const { requestId, offset } = message;
    const { result } = session;
    if (!result) {
      post({ type: 'flags', requestId, total: 0, lines: 0, offset, rows: [] });
      return;
    }
    const wording = hostWording();
    const { total, lines, entries } = await queryFlagsInTurns(
      result.flags,
      message,
      wording,
      nextTurn,
    );
    const excerpts = await readExcerpts(
      result,
      entries.map((entry) => entry.line),
    );
    const { parts } = result.report.file;
    const rows = entries.map((entry, i) =>
      toFlagRow(entry, excerpts[i] ?? '', wording, nameOfPlace(parts, entry.line)),
    );
    post({ type: 'flags', requestId, total, lines, offset, rows });
  }

  async function handle(message: Exclude<PageToHost, { type: 'ready' }>): Promise<void> {
    switch (message.type) {
      case 'getFlags':
        return postFlags(message);
      case 'getClusterLines': {
        const entry = session.result?.flags.find(({ id }) => id === message.id);
        post({
          type: 'clusterLines',
          requestId: message.requestId,
          lines: entry?.lines ?? [],
        });
        return;
      }
      case 'setThresholds':
        return session.setThresholds({ near: message.near, semantic: message.semantic });
      case 'openLine':
        return host.openLine(message.line, message.preserveFocus);
      case 'flagCommand': {
        const { command, id, line } = message;
        const what = command === 'dismissFlag' ? id : BESIDE_PANEL;
        await vscode.commands.executeCommand(`strata.${command}`, session.uri, line, what);
        // The question for a note has taken the keys, which would go to the file.
        if (command === 'dismissFlag') panel.reveal(panel.viewColumn);
        return;
      }
      case 'selectLines':
        await vscode.commands.executeCommand('strata.selectLines', session.uri, message.filter);
        return;
      case 'writeCleanCopy':
        await vscode.commands.executeCommand('strata.writeCleanCopy', session.uri, message.filter);
        return;
      case 'cancel':
        session.cancel();
        return;
      case 'inspectAgain':
        return session.inspect();
      case 'chooseFields': {
        const { instruction, response, tags } = message;
        return host.chooseFields({
          ...(instruction && { instruction }),
          ...(response && { response }),
          ...(tags && { tags }),
        });
      }
      case 'levelCommand':
        await vscode.commands.executeCommand(`strata.${message.command}`, session.uri);
        return;
      case 'tagRows':
        await vscode.commands.executeCommand('strata.tagRows', session.uri);
        return;
      case 'getRowExcerpt':
      case 'measureSelection':
      case 'clearSelection':
        return rows.handle(message);
      case 'showCheckList':
        await vscode.commands.executeCommand('strata.showCheckList', session.uri);
        return;
      case 'openSettings':
        await vscode.commands.executeCommand('workbench.action.openSettings', 'strata.');
    }
  }

  const subscriptions = [
    page,
    session.onDidChange((change) => {
      const { state } = session;
      if (change === 'flags' && state.kind === 'done') {
        const { report, flags } = state.result;
        const wording = hostWording();
        post({
          type: 'flagSummary',
          flags: toFlagSummary(report, flags, wording),
          nextSteps: toNextSteps(report, flags, wording),
        });
        rows.postMap();
      } else if (change === 'map') {
        if (state.kind === 'done') rows.postMap();
      } else if (change === 'selection') {
        if (state.kind === 'done') rows.postSelection();
      } else if (change === 'state' || state.kind !== 'running') postState();
      else if (change === 'progress') {
        const phase = hostWording().view[`phase.${state.progress.phase}`];
        post({ type: 'progress', fraction: state.progress.fraction, phase });
      } else if (state.partial) {
        const facts = hostFacts(host, fileName);
        post({ type: 'partial', ...toPartialView(state.partial, facts, hostWording()) });
      }
    }),
  ];

  return {
    uri: session.uri,
    get isActive() {
      return panel.active;
    },
    get viewColumn() {
      return panel.viewColumn;
    },
    get isVisible() {
      return panel.visible;
    },
    get isPageReady() {
      return page.isReady;
    },
    reveal: () => panel.reveal(),
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

function viewOf(host: PanelHost, fileName: string): PanelView {
  const { state } = host.session;
  const wording = hostWording();
  switch (state.kind) {
    case 'idle':
      return { kind: 'empty' };
    case 'running':
      return toRunningView(state.progress, state.partial, hostFacts(host, fileName), wording);
    case 'failed':
      return toFailedView(state, fileName, wording);
    case 'done': {
      const { report, flags, durationMs } = state.result;
      return toDoneView(report, flags, { ...hostFacts(host, fileName), durationMs }, wording);
    }
  }
}

function hostFacts(host: PanelHost, fileName: string): HostFacts {
  return { fileName, chosen: host.chosenFields(), notes: fileNotes(host.session) };
}
