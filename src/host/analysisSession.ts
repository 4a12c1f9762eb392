import * as vscode from 'vscode';
import type { LineRange } from '../engine/chunks.ts';
import type { InspectRequest, RunningInspection } from '../engine/inspection.ts';
import type { Thresholds } from '../webview/protocol.ts';
import type { RowTags } from '../engine/rowTags.ts';
import type { RowMap } from '../engine/rowMap.ts';
import type { RowFilter } from '../webview/rowsProtocol.ts';
import { askToSend } from './askToSend.ts';
import type { Disposable } from './disposable.ts';
import { createFileFates } from './fileFates.ts';
import { createSelectionJob, type SelectionState } from './selectionJob.ts';
import type { SessionTools } from './sessionTools.ts';
import type { FileFate, SessionChange, SessionResult, SessionState } from './sessionState.ts';
import { isFileWithin } from './isFileWithin.ts';
import { createShownFindings, type ShownFindings } from './shownFindings.ts';
import { dirtyFilesWithin, openDocument, sourceOf, type Source } from './sourceOf.ts';
import { toFailure } from './toFailure.ts';
import { watchFile, type FileWatch } from './watchFile.ts';
import { watchText } from './watchText.ts';

export type * from './sessionState.ts';

/** All that goes on about one file: its inspection, and what becomes of the file afterwards. */
export interface AnalysisSession extends Disposable {
  readonly uri: vscode.Uri;
  readonly state: SessionState;
  /** Of the last inspection that ended well, kept while the next one runs. */
  readonly result: SessionResult | undefined;
  /** Since the inspection whose findings are shown. */
  readonly fate: FileFate;
  readonly onDidChange: vscode.Event<SessionChange>;
  /** Of the last result: comes a while after it. */
  readonly map: 'pending' | RowMap | undefined;
  readonly selection: SelectionState;
  /** Measures the rows on some lines beside the whole; `undefined` says in words why that cannot be. */
  measureSelection(filter: RowFilter, lines: readonly LineRange[] | undefined, why: string): void;
  clearSelection(): void;
  /**
   * Starts over, whatever runs; a session that is closed does not. Settles when this inspection does, and never rejects:
   * the outcome is in the state.
   */
  inspect(): Promise<void>;
  /** Tags that a language model gave rows, which the next inspections count. */
  readonly rowTags: RowTags | undefined;
  setRowTags(tags: RowTags | undefined): void;
  /** What the person set in the session that the file had under another name. */
  takeOver(before: Pick<AnalysisSession, 'rowTags' | 'thresholds'>): void;
  /** What an earlier inspection found is shown again; without one the session has failed. */
  cancel(): void;
  /** Tells the duplicates anew, from the pairs that the inspection kept; later inspections use the same thresholds. */
  setThresholds(thresholds: Thresholds): Promise<void>;
  /** What the person set in the panel: goes before the settings. */
  readonly thresholds: ShownFindings['thresholds'];
}

export function createAnalysisSession(uri: vscode.Uri, tools: SessionTools): AnalysisSession {
  const changes = new vscode.EventEmitter<SessionChange>();
  let state: SessionState = { kind: 'idle' };
  let isClosed = false;
  const fates = createFileFates();
  let running: RunningInspection | undefined;
  /** Of the last inspection, however it ended. */
  let read: Source | undefined;
  let opening: AbortController | undefined;
  let map: 'pending' | RowMap | undefined;
  let request: InspectRequest | undefined;
  const selection = createSelectionJob(
    tools.start,
    (question) => askToSend(uri, question),
    () => changes.fire('selection'),
  );
  /** Whatever an earlier job still says is dropped. */
  let currentJob = 0;
  let watch: FileWatch | undefined;
  let rowTags: RowTags | undefined;

  function enter(next: SessionState, change: SessionChange = 'state'): void {
    state = next;
    changes.fire(change);
  }

  const findings = createShownFindings(uri, tools, (change) => {
    const { result } = findings;
    if (state.kind === 'done' && result) enter({ ...state, result }, change);
    else changes.fire('flags');
  });

  function setFate(next: FileFate): void {
    if (state.kind === 'idle' || !fates.set(next)) return;
    if (state.kind === 'done') changes.fire('state');
  }

  function setFateOnDisk(now: Exclude<FileFate, 'edited'>): void {
    if (now !== 'unchanged') setFate(now);
    else if (fates.sinceBegun === 'deleted' || fates.sinceBegun === 'changed-on-disk') {
      const hasEdits = openDocument(uri)?.isDirty === true || dirtyFilesWithin(uri).length > 0;
      setFate(hasEdits ? 'edited' : 'unchanged');
    }
  }

  function stop(): void {
    currentJob++;
    running?.cancel();
    running = undefined;
    opening?.abort();
    selection.clear();
  }

  async function inspect(): Promise<void> {
    if (isClosed) return;
    stop();
    const job = currentJob;
    const isStale = () => job !== currentJob;
    const startedAt = performance.now();
    fates.begin();
    enter({ kind: 'running', progress: { phase: 'index', fraction: 0 } });
    let source: Source | undefined;
    let result: SessionResult | undefined;
    try {
      watch ??= watchFile(uri, setFateOnDisk);
      await watch.remember();
      if (isStale()) return;
      opening = new AbortController();
      source = await sourceOf(uri, {
        signal: opening.signal,
        onProgress(progress) {
          if (!isStale() && state.kind === 'running') enter({ ...state, progress }, 'progress');
        },
      });
      if (isStale()) return;
      read = source;
      if (source.unseenChanges === 'in-folder') setFate('edited');
      const settings = tools.settings(uri);
      const endpoint = settings.endpoint && (await tools.withKey(settings.endpoint));
      if (isStale()) return;
      const fields = { ...settings.fields, ...tools.chosenFields(uri) };
      const asked: InspectRequest = {
        source: source.bytes,
        selection: fields,
        settings: { ...settings.inspect, ...findings.thresholds },
        threads: settings.threads,
        assetsFolder: tools.assetsFolder,
        ...(endpoint && { endpoint: { ...endpoint, cacheFolder: tools.embeddingCacheFolder } }),
        ...(rowTags && { rowTags }),
      };
      const started = tools.start(
        { ...asked, withMap: true },
        {
          onProgress(progress) {
            if (isStale() || state.kind !== 'running') return;
            enter({ ...state, progress }, 'progress');
          },
          askToSend: (question) => (isStale() ? Promise.resolve(false) : askToSend(uri, question)),
          onPartial(partial) {
            if (isStale() || state.kind !== 'running') return;
            enter({ ...state, partial }, 'partial');
          },
        },
      );
      running = started;
      const inspection = await started.result;
      if (isStale()) return;
      const durationMs = performance.now() - startedAt;
      const settingFaults = settings.faults;
      const found = { inspection, source, selection: fields, durationMs, settingFaults };
      result = await findings.show(found, isStale);
      if (!result) return;
      request = asked;
      map = 'pending';
      void started.map.then((made) => {
        if (isStale()) return;
        running = undefined;
        map = made;
        changes.fire('map');
      });
      fates.show();
      enter({ kind: 'done', result });
    } catch (error) {
      if (isStale()) return;
      running = undefined;
      const failure = toFailure(uri, error);
      if (failure.broken) fates.show();
      enter(failure);
    } finally {
      if (!result) source?.close();
    }
  }

  function cancel(): void {
    if (state.kind !== 'running') return;
    stop();
    const { result } = findings;
    if (result && !isClosed) {
      // The cancelled job was to lay out the map too, where it took over from one that had not done so yet.
      if (map === 'pending') map = undefined;
      enter({ kind: 'done', result, isNewerCancelled: true });
    } else {
      const message = vscode.l10n.t('You cancelled the inspection.');
      enter({ kind: 'failed', code: 'cancelled', message });
    }
  }

  const subscriptions = [
    changes,
    findings,
    watchText(
      uri,
      () => read,
      async () => (await watch?.isAsRemembered()) ?? false,
      (now) => (now === 'edited' || fates.sinceBegun === 'edited') && setFate(now),
    ),
    vscode.workspace.onDidSaveTextDocument((document) => {
      const isWhole = document.uri.toString() === uri.toString();
      if (state.kind === 'idle' || !(isWhole || isFileWithin(document.uri, uri))) return;
      if (isWhole && tools.settings(uri).inspectOnSave) void inspect();
      else setFate('changed-on-disk');
    }),
  ];

  return {
    uri,
    get state() {
      return state;
    },
    get result() {
      return findings.result;
    },
    get fate() {
      return fates.ofFindings;
    },
    onDidChange: changes.event,
    get map() {
      return map;
    },
    get selection() {
      return selection.state;
    },
    measureSelection(filter, lines, why) {
      if (!lines || !request) selection.fail(filter, why);
      else void selection.measure({ ...request, lines }, filter);
    },
    clearSelection: () => selection.clear(),
    inspect,
    get rowTags() {
      return rowTags;
    },
    setRowTags(tags) {
      rowTags = tags;
    },
    takeOver(before) {
      rowTags = before.rowTags;
      findings.takeOver(before.thresholds);
    },
    cancel,
    get thresholds() {
      return findings.thresholds;
    },
    async setThresholds(thresholds) {
      if (state.kind === 'done') await findings.setThresholds(thresholds);
    },
    dispose() {
      isClosed = true;
      // Whoever shows its progress sees the end of it.
      cancel();
      stop();
      watch?.dispose();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
