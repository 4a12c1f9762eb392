import * as vscode from 'vscode';
import type { LineRange } from '../engine/chunks.ts';
import type { InspectRequest, RunningInspection } from '../engine/inspection.ts';
import { createRecordThread, type RecordThread } from '../engine/recordThread.ts';
import type { InspectSettings } from '../engine/report.ts';
import type { Thresholds } from '../webview/protocol.ts';
import type { FindingLines } from '../engine/findingLines.ts';
import type { RowTags } from '../engine/rowTags.ts';
import type { RowMap } from '../engine/rowMap.ts';
import type { RowFilter } from '../webview/rowsProtocol.ts';
import { flagEntries, type FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { askToSend } from './askToSend.ts';
import type { Disposable } from './disposable.ts';
import { createFileFates } from './fileFates.ts';
import { log, messageOf } from './log.ts';
import { createSelectionJob, type SelectionState } from './selectionJob.ts';
import { partFlags } from './partFlags.ts';
import type { SessionTools } from './sessionTools.ts';
import type { FileFate, SessionChange, SessionResult, SessionState } from './sessionState.ts';
import { sourceOf, type Source } from './sourceOf.ts';
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
   * Starts over, whatever runs; a session that is closed does not. Settles when this inspection does, and never rejects: the outcome is
   * in the state.
   */
  inspect(): Promise<void>;
  /** Tags that a language model gave rows, which the next inspections count. */
  readonly rowTags: RowTags | undefined;
  setRowTags(tags: RowTags | undefined): void;
  cancel(): void;
  /** Tells the duplicates anew, from the pairs that the inspection kept; later inspections use the same thresholds. */
  setThresholds(thresholds: Thresholds): Promise<void>;
}

export function createAnalysisSession(uri: vscode.Uri, tools: SessionTools): AnalysisSession {
  const changes = new vscode.EventEmitter<SessionChange>();
  let state: SessionState = { kind: 'idle' };
  let result: SessionResult | undefined;
  let isClosed = false;
  const fates = createFileFates();
  let running: RunningInspection | undefined;
  /** Of the last result. */
  let opened: Source | undefined;
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
  /** What the person set in the panel: goes before the settings. */
  let chosenThresholds: Partial<InspectSettings> = {};
  let rowTags: RowTags | undefined;

  function enter(next: SessionState, change: SessionChange = 'state'): void {
    state = next;
    changes.fire(change);
  }

  function setFate(next: FileFate): void {
    if (state.kind === 'idle' || !fates.set(next)) return;
    if (state.kind === 'done') changes.fire('state');
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
    try {
      watch ??= watchFile(uri, (now) => setFate(now));
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
      const settings = tools.settings(uri);
      const endpoint = settings.endpoint && (await tools.withKey(settings.endpoint));
      if (isStale()) return;
      const fields = { ...settings.fields, ...tools.chosenFields(uri) };
      const asked: InspectRequest = {
        source: source.bytes,
        selection: fields,
        settings: { ...settings.inspect, ...chosenThresholds },
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
      request = asked;
      map = 'pending';
      void started.map.then((made) => {
        if (isStale()) return;
        running = undefined;
        map = made;
        changes.fire('map');
      });
      const durationMs = performance.now() - startedAt;
      const records = createRecordThread({
        ...inspection,
        source: source.bytes,
        assetsFolder: tools.assetsFolder,
      });
      const flags = await part(flagEntries(inspection.report), inspection.findingLines, records);
      if (isStale()) {
        records.close();
        return;
      }
      const { isUnsaved, hasUnseenChanges } = source;
      result?.records.close();
      opened?.close();
      opened = source;
      result = {
        ...inspection,
        ...flags,
        source: source.bytes,
        selection: fields,
        isUnsaved,
        hasUnseenChanges,
        durationMs,
        records,
      };
      fates.show();
      enter({ kind: 'done', result });
    } catch (error) {
      if (isStale()) return;
      running = undefined;
      const failure = toFailure(uri, error);
      if (failure.broken) fates.show();
      enter(failure);
    } finally {
      if (source !== opened) source?.close();
    }
  }

  function cancel(): void {
    if (state.kind !== 'running') return;
    stop();
    enter({ kind: 'failed', code: 'cancelled', message: vscode.l10n.t('You cancelled it.') });
  }

  const part = async (flags: readonly FlagEntry[], findings: FindingLines, records: RecordThread) =>
    partFlags(flags, findings, await tools.dismissals.of(uri), records);

  /** Something was dismissed or restored. */
  async function partAgain(): Promise<void> {
    const before = result;
    if (!before || state.kind !== 'done') return;
    try {
      const all = [...before.flags, ...before.dismissed];
      const parted = await part(all, before.findingLines, before.records);
      if (result !== before) return;
      result = { ...before, ...parted };
      enter({ kind: 'done', result });
    } catch (error) {
      log().error(`${uri.toString(true)}: ${messageOf(error)}`);
    }
  }

  const subscriptions = [
    changes,
    tools.dismissals.onDidChange((folder) => {
      if (isSame(folder.uri, vscode.workspace.getWorkspaceFolder(uri)?.uri)) void partAgain();
    }),
    watchText(
      uri,
      () => read,
      async () => (await watch?.isAsRemembered()) ?? false,
      (now) => (now === 'edited' || fates.sinceBegun === 'edited') && setFate(now),
    ),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (!isSame(document.uri, uri) || state.kind === 'idle') return;
      if (tools.settings(uri).inspectOnSave) void inspect();
      else setFate('changed-on-disk');
    }),
  ];

  return {
    uri,
    get state() {
      return state;
    },
    get result() {
      return result;
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
    cancel,
    async setThresholds({ near, semantic }) {
      if (state.kind !== 'done') return;
      const before = state.result;
      const { report, duplicates } = before;
      chosenThresholds = {
        nearDuplicateThreshold: Math.max(near, duplicates.fuzzyFloor),
        semanticThreshold: Math.max(semantic, duplicates.semanticFloor),
      };
      const chosen = chosenThresholds;
      const settings = { ...report.settings, ...chosen };
      const clusters = await before.records.run('clusterDuplicates', {
        evidence: duplicates,
        settings,
      });
      const nearDuplicates = { ...report.nearDuplicates, ...clusters };
      const changed = { ...report, settings, nearDuplicates };
      const parted = await part(flagEntries(changed), before.findingLines, before.records);
      // While it was worked out, a slider may have moved on.
      if (result !== before || chosen !== chosenThresholds) return;
      result = { ...before, ...parted, report: changed };
      enter({ kind: 'done', result }, 'flags');
    },
    dispose() {
      isClosed = true;
      // Whoever shows its progress sees the end of it.
      cancel();
      stop();
      result?.records.close();
      opened?.close();
      watch?.dispose();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

function isSame(a: vscode.Uri, b: vscode.Uri | undefined): boolean {
  return a.toString() === b?.toString();
}
