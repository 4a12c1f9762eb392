import * as vscode from 'vscode';
import type { FindingLines } from '../engine/findingLines.ts';
import type { Inspection } from '../engine/inspection.ts';
import { createRecordThread, type RecordThread } from '../engine/recordThread.ts';
import type { InspectSettings, Report } from '../engine/report.ts';
import type { Thresholds } from '../webview/protocol.ts';
import { flagEntries, type FlagEntry } from '../webview/viewModel/flagEntries.ts';
import type { Disposable } from './disposable.ts';
import { log, messageOf } from './log.ts';
import { partFlags } from './partFlags.ts';
import type { SessionChange, SessionResult } from './sessionState.ts';
import type { SessionTools } from './sessionTools.ts';
import type { Source } from './sourceOf.ts';

/** What an inspection has brought that ended well. */
export interface Found extends Pick<SessionResult, 'selection' | 'durationMs' | 'settingFaults'> {
  readonly inspection: Inspection;
  readonly source: Source;
}

/** The findings of the last inspection that ended well, kept to what is dismissed and to the thresholds that the person set. */
export interface ShownFindings extends Disposable {
  readonly result: SessionResult | undefined;
  /** What the person set in the panel: goes before the settings. */
  readonly thresholds: Partial<
    Pick<InspectSettings, 'nearDuplicateThreshold' | 'semanticThreshold'>
  >;
  /** For the next inspection. */
  takeOver(set: ShownFindings['thresholds']): void;
  /**
   * Shows what was found from now on; what was shown before is let go.
   * @param isStale asked when the flags are told
   * @returns undefined where it was stale; otherwise the source is closed here
   */
  show(found: Found, isStale: () => boolean): Promise<SessionResult | undefined>;
  /** Tells the duplicates anew, from the pairs that the inspection kept. */
  setThresholds(thresholds: Thresholds): Promise<void>;
}

/** @param onChange told where the findings that are shown have changed */
export function createShownFindings(
  uri: vscode.Uri,
  { assetsFolder, dismissals }: Pick<SessionTools, 'assetsFolder' | 'dismissals'>,
  onChange: (change: Extract<SessionChange, 'state' | 'flags'>) => void,
): ShownFindings {
  let result: SessionResult | undefined;
  let source: Source | undefined;
  let thresholds: ShownFindings['thresholds'] = {};
  let dismissalChanges = 0;
  /** Only the last one is of use: it goes by all that the others would go by. */
  let tellings = 0;
  let change: 'state' | 'flags' = 'flags';

  function letGo(): void {
    result?.records.close();
    source?.close();
  }

  /** By what is dismissed when they are parted. */
  async function part(flags: readonly FlagEntry[], findings: FindingLines, records: RecordThread) {
    for (;;) {
      const changesBefore = dismissalChanges;
      const parted = await partFlags(flags, findings, await dismissals.of(uri), records);
      if (changesBefore === dismissalChanges) return parted;
    }
  }

  async function tellAnew(): Promise<void> {
    const before = result;
    if (!before) return;
    const own = ++tellings;
    const isSuperseded = () => own !== tellings || result !== before;
    try {
      const report = await atThresholds(before, thresholds);
      const parted = await part(flagEntries(report), before.findingLines, before.records);
      if (isSuperseded()) return;
      result = { ...before, ...parted, report };
      const told = change;
      change = 'flags';
      onChange(told);
    } catch (error) {
      if (isSuperseded()) return;
      // Whoever waits for it goes on with what there is.
      onChange('flags');
      throw error;
    }
  }

  const subscription = dismissals.onDidChange((folder) => {
    const own = vscode.workspace.getWorkspaceFolder(uri);
    if (folder.uri.toString() !== own?.uri.toString()) return;
    dismissalChanges++;
    change = 'state';
    tellAnew().catch((error: unknown) => log().error(`${uri.toString(true)}: ${messageOf(error)}`));
  });

  return {
    get result() {
      return result;
    },
    get thresholds() {
      return thresholds;
    },
    takeOver(set) {
      thresholds = set;
    },
    async show({ inspection, source: opened, ...more }, isStale) {
      const { bytes, isUnsaved, unseenChanges } = opened;
      const records = createRecordThread({ ...inspection, source: bytes, assetsFolder });
      const { report, findingLines } = inspection;
      try {
        const flags = await part(flagEntries(report), findingLines, records);
        if (isStale()) return undefined;
        letGo();
        source = opened;
        change = 'flags';
        const facts = { isUnsaved, ...(unseenChanges && { unseenChanges }) };
        result = { ...inspection, ...flags, ...facts, ...more, source: bytes, records };
        return result;
      } finally {
        if (source !== opened) records.close();
      }
    },
    async setThresholds({ near, semantic }) {
      if (!result) return;
      const { fuzzyFloor, semanticFloor } = result.duplicates;
      thresholds = {
        nearDuplicateThreshold: Math.max(near, fuzzyFloor),
        semanticThreshold: Math.max(semantic, semanticFloor),
      };
      await tellAnew();
    },
    dispose() {
      tellings++;
      subscription.dispose();
      letGo();
    },
  };
}

async function atThresholds(
  { report, duplicates, records }: SessionResult,
  thresholds: Partial<InspectSettings>,
): Promise<Report> {
  const settings = { ...report.settings, ...thresholds };
  const isSame = (['nearDuplicateThreshold', 'semanticThreshold'] as const).every(
    (name) => settings[name] === report.settings[name],
  );
  if (isSame) return report;
  const clusters = await records.run('clusterDuplicates', { evidence: duplicates, settings });
  return { ...report, settings, nearDuplicates: { ...report.nearDuplicates, ...clusters } };
}
