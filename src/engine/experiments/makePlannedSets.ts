import { join } from 'node:path';
import type { NewRun } from '../../data/runTable/editRunTable.ts';
import type { LevelColumn } from '../../data/runTable/runColumns.ts';
import { cancelled, createCancelFlag, isCancelled, requestCancel } from '../cancellation.ts';
import { createRecordThread } from '../recordThread.ts';
import { runInspection } from '../runInspection.ts';
import type { RunningJob } from '../runJob.ts';
import { openSelection } from '../select/openSelection.ts';
import type { Selection, SelectSource } from '../select/selection.ts';
import { writeSelection } from '../select/writeSelection.ts';
import { workerThreads } from '../workers.ts';
import { runOfReport } from './runOfReport.ts';
import type { PlannedSet } from './planTable.ts';

export interface MadeSet {
  readonly run: NewRun;
  /** Levels whose figure at the common number of rows is not known. */
  readonly missing: readonly LevelColumn[];
  readonly manifest: string;
  /** The choice of its rows. */
  readonly selection: Selection;
}

export interface MakingListener {
  /** @param fraction of all sets done so far, 0–1, never falling */
  onProgress?(set: PlannedSet, fraction: number): void;
  /** A file is written and measured; awaited before the next. */
  onMade(set: PlannedSet, made: MadeSet): void | Promise<void>;
}

export interface MakingRequest {
  readonly source: SelectSource;
  readonly sets: readonly PlannedSet[];
  /** Where the table stands: the names of the sets are paths from here. */
  readonly folder: string;
  readonly commonRows: number;
}

/** Shares of one set: choosing rows, the rest being measuring. */
const CHOOSING = 0.5;

/**
 * Chooses the rows of planned data sets, writes each with its manifest and measures it. The source is read once. What was made
 * before a fault or a cancel stays.
 * @returns a running job whose result rejects with an AnalysisError
 */
export function makePlannedSets(
  { source, sets, folder, commonRows }: MakingRequest,
  listener: MakingListener,
  workers = workerThreads,
): Pick<RunningJob<void>, 'result' | 'cancel'> {
  const cancelFlag = createCancelFlag();
  const open = openSelection(source, undefined, workers);
  let stop: () => void = () => undefined;
  const throwIfStopped = () => {
    if (isCancelled(cancelFlag)) throw cancelled();
  };

  async function make(set: PlannedSet, at: number): Promise<void> {
    const report = (share: number) => listener.onProgress?.(set, (at + share) / sets.length);
    throwIfStopped();
    const choosing = open.choose(set.select, ({ fraction }) => report(CHOOSING * fraction));
    stop = () => choosing.cancel();
    const { selection, lineStarts, plan } = await choosing.result;
    const path = join(folder, set.data);
    const { assetsFolder } = source;
    const records = createRecordThread(
      { source: source.source, lineStarts, plan, assetsFolder },
      workers,
    );
    let manifest: string;
    try {
      manifest = await writeSelection(records, selection, source.source, path, cancelFlag);
    } finally {
      records.close();
    }
    throwIfStopped();
    const settings = { ...source.settings, commonRows };
    const measuring = runInspection(
      { ...source, source: { kind: 'file', path }, settings },
      { onProgress: ({ fraction }) => report(CHOOSING + (1 - CHOOSING) * fraction) },
      workers,
    );
    stop = () => measuring.cancel();
    const { run, missing } = runOfReport((await measuring.result).report, set.data);
    await listener.onMade(set, {
      run: { ...run, cells: { ...run.cells, 'made-with': set.command } },
      missing,
      manifest,
      selection,
    });
  }

  async function makeAll(): Promise<void> {
    try {
      for (const [at, set] of sets.entries()) await make(set, at);
    } finally {
      open.close();
    }
  }
  return {
    result: makeAll(),
    cancel() {
      requestCancel(cancelFlag);
      stop();
    },
  };
}
