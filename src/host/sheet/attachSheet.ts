import * as vscode from 'vscode';
import { AnalysisError } from '../../data/analysisError.ts';
import type { JobName, JobResult } from '../../engine/jobs/registry.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import { EXCERPT_UNITS } from '../../webview/mapProtocol.ts';
import {
  isSheetToHost,
  type HostToSheet,
  type Settled,
  type SheetStatus,
  type SheetToHost,
  type SheetView,
} from '../../webview/sheetProtocol.ts';
import { englishSheetWords } from '../../webview/sheetWords.ts';
import { attachPage } from '../attachPage.ts';
import type { Disposable } from '../disposable.ts';
import { editorPlace } from '../editorPlace.ts';
import { faultMessage } from '../faultMessage.ts';
import { hostWording } from '../hostWording.ts';
import { log } from '../log.ts';
import type { OpenLine } from '../openLine.ts';
import { translated } from '../translated.ts';
import type { SourceListener } from '../sourceOf.ts';
import { whatWentWrong } from '../whatWentWrong.ts';
import type { RunningStudy, SheetOfStudy, StudyKind } from './study.ts';

export interface SheetTools {
  readonly extensionUri: vscode.Uri;
  readonly openLine: OpenLine;
}

/** What the in-host tests look into. */
export interface Sheet extends Disposable {
  readonly uris: readonly vscode.Uri[];
  readonly view: SheetView;
  readonly isPageReady: boolean;
  /** Runs the study; settles when it has ended, also by a failure or a cancel. */
  run(): Promise<void>;
  /** Does what a button of a section says. @param id of the button */
  act(id: string): Promise<void>;
}

/** Puts a study into a panel: runs its job, shows how it stands and what it found, and does what the person asks for. */
export function attachSheet<Name extends JobName>(
  panel: vscode.WebviewPanel,
  kind: StudyKind<Name>,
  uris: readonly vscode.Uri[],
  { extensionUri, openLine }: SheetTools,
  settled?: Settled,
): Sheet {
  const ofStudy: SheetOfStudy = {
    show(change) {
      view = { ...view, ...change };
      post();
    },
    restart: run,
  };
  const study = kind.create(uris, ofStudy, settled);
  const words = { ...translated(englishSheetWords), again: study.again };
  let view: SheetView = { status: startingStatus(), files: [], sections: [] };
  let running: RunningStudy<JobResult<Name>> | undefined;
  let runs = 0;
  let isClosed = false;
  let hasFinished = false;
  let unpackings = new AbortController();

  const page = attachPage<SheetToHost, HostToSheet>(panel, {
    extensionUri,
    page: 'sheet',
    title: study.title,
    isMessage: isSheetToHost,
    onReady: post,
    handle,
  });

  function post(): void {
    const target = uris.map((uri) => uri.toString());
    const set = study.settled?.();
    page.post({
      type: 'state',
      target,
      ...(set && { settled: set }),
      title: study.title,
      words,
      view,
    });
  }
  function showStatus(status: SheetStatus): void {
    view = { ...view, status };
    page.post({ type: 'status', status });
  }
  function startingStatus(): SheetStatus {
    return { kind: 'running', phase: study.phaseWord('start'), fraction: 0 };
  }

  /** Of the sheet, not of a run: what is being unpacked serves the runs that come after too. */
  const unpacking: SourceListener = {
    onProgress({ phase, fraction }) {
      if (view.status.kind !== 'running') return;
      showStatus({ kind: 'running', phase: hostWording().view[`phase.${phase}`], fraction });
    },
    get signal() {
      return unpackings.signal;
    },
  };
  function cancel(): void {
    unpackings.abort();
    unpackings = new AbortController();
    running?.cancel();
  }

  async function run(): Promise<void> {
    // A person may have been asked something when they closed the panel.
    if (isClosed) return;
    running?.cancel();
    const own = ++runs;
    const isLatest = () => own === runs;
    const { sections } = view;
    showStatus(startingStatus());
    try {
      const job = await study.start({
        unpacking,
        onProgress({ phase, fraction }) {
          if (isLatest()) {
            showStatus({ kind: 'running', phase: study.phaseWord(phase), fraction });
          }
        },
      });
      if (!isLatest()) {
        job.cancel();
        // Its failure is of no interest to anyone.
        job.result.catch(() => undefined);
        return;
      }
      running = job;
      const result = await job.result;
      // A job that has just ended is not cancelled any more.
      if (!isLatest()) return;
      const finished = await study.finish(result);
      if (!isLatest()) return;
      view = finished;
      hasFinished = true;
      post();
    } catch (error) {
      if (!isLatest()) return;
      if (!(error instanceof AnalysisError)) log().error(String(error));
      showStatus({
        kind: 'failed',
        message: study.failure?.(error) ?? sentenceOf(error),
        // Some studies show what they find as it comes, or a form.
        ...(hasFinished && view.sections === sections && { isOlderBelow: true }),
      });
    } finally {
      if (isLatest()) running = undefined;
    }
  }

  /** That a cancel can be taken back, the button to start anew says. */
  const sentenceOf = (error: unknown): string =>
    error instanceof AnalysisError && error.code === 'cancelled'
      ? faultMessage(error)
      : whatWentWrong(error);

  async function handle(message: Exclude<SheetToHost, { type: 'ready' }>): Promise<void> {
    switch (message.type) {
      case 'openLine': {
        const { file, line, preserveFocus = false } = message;
        const uri = uris[file];
        const place = uri && editorPlace(uri, study.partsOf?.(file), line);
        if (place) {
          await openLine(place.uri, place.line, { besides: panel.viewColumn, preserveFocus });
        } else await study.showRow?.(message);
        return;
      }
      case 'getRowExcerpt': {
        const { file, line } = message;
        const text = (await study.excerpt?.(message)) ?? '';
        const excerpt = harmlessText(text, EXCERPT_UNITS);
        page.post({ type: 'rowExcerpt', file, line, excerpt });
        return;
      }
      case 'compareRows':
        return study.compareRows?.(message.rows);
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        return;
      case 'act':
        return act(message.id);
      case 'set':
        study.set?.(message.id, message.value);
        return;
      case 'again':
        return run();
      case 'cancel':
        cancel();
    }
  }

  async function act(id: string): Promise<void> {
    await study.act?.(id);
  }

  return {
    uris,
    get view() {
      return view;
    },
    get isPageReady() {
      return page.isReady;
    },
    run,
    act,
    dispose() {
      isClosed = true;
      runs++;
      cancel();
      study.dispose();
      page.dispose();
    },
  };
}
