import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { createCancelFlag, requestCancel } from '../engine/cancellation.ts';
import { manifestPath } from '../engine/manifestPath.ts';
import type { RemovedLine } from '../engine/planCleanCopy.ts';
import type { RecordThread } from '../engine/recordThread.ts';
import { askForCopy } from './askForCopy.ts';
import type { ReadInput } from './assertNotRead.ts';
import { hostWording } from './hostWording.ts';
import { tellOfCopy } from './tellOfCopy.ts';
import { fill } from '../metrics/text/fill.ts';

const POLL_MS = 100;

/** A file that a copy is made of, and who reads it. */
export interface CopySource extends ReadInput {
  readonly records: RecordThread;
  readonly lineStarts: Float64Array;
  readonly strataVersion: string;
  readonly bytes: number;
  /** What was read beside it. */
  readonly others?: readonly ReadInput[];
  /** Whether the lines that were found may be others by now. */
  readonly isStale: () => boolean;
}

/**
 * Asks for a name, shows the counts, and writes the other lines to a new file with a manifest. The source stays as it is.
 * @param detail what is said of the removed lines before it is written
 * @returns whether it was written
 */
export async function writeLeftOut(
  source: CopySource,
  removed: readonly RemovedLine[],
  detail: readonly string[] = [],
): Promise<boolean> {
  const title = vscode.l10n.t('Write a Clean Copy');
  const { others } = source;
  const target = await askForCopy(source, { title, suffix: '.clean', ...(others && { others }) });
  if (!target) return false;
  const { count } = hostWording();
  const lines = countLines(source);
  const write = vscode.l10n.t('Write');
  const answer = await vscode.window.showInformationMessage(
    fill(
      vscode.l10n.t('Keep {0} of {1} {1|line|lines}?'),
      count(lines - removed.length),
      count(lines),
    ),
    { modal: true, detail: detailOf(detail, source, target) },
    write,
  );
  if (answer !== write) return false;
  // It may have been saved while the person was asked.
  if (source.isStale())
    throw new AnalysisError('file-changed', faults.changedSince, source.uri.fsPath);
  return writeCopy(source, removed, target);
}

/** Lines that can be kept; where another format was read, its rows. */
function countLines({ lineStarts, parts }: CopySource): number {
  if (!parts) return lineStarts.length - 1;
  return lineStarts.subarray(1).filter((end, line) => end - (lineStarts[line] ?? 0) > 1).length;
}

function detailOf(reasons: readonly string[], { parts }: CopySource, target: vscode.Uri): string {
  return [
    ...reasons,
    ...(reasons.length > 0 ? [''] : []),
    parts
      ? vscode.l10n.t(
          'The kept rows go to {0} as JSON lines, without those that could not be read; the removed ones are listed in {1}.',
          target.fsPath,
          manifestPath(target.fsPath),
        )
      : vscode.l10n.t(
          'The kept lines go to {0} byte for byte; the removed ones are listed in {1}.',
          target.fsPath,
          manifestPath(target.fsPath),
        ),
  ].join('\n');
}

async function writeCopy(
  { uri, records, lineStarts, strataVersion, bytes, parts }: CopySource,
  removed: readonly RemovedLine[],
  target: vscode.Uri,
): Promise<boolean> {
  const lines = lineStarts.length - 1;
  const kept = new Uint8Array(new SharedArrayBuffer(lines)).fill(1);
  for (const { line } of removed) kept[line - 1] = 0;
  const bytesDone = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  const cancelFlag = createCancelFlag();
  const manifest = {
    strataVersion,
    source: { path: uri.fsPath, bytes, lines, ...(parts && { parts }) },
    target: target.fsPath,
    removed,
  };
  let written = 0;
  const title = vscode.l10n.t('Strata: writing the clean copy');
  const location = vscode.ProgressLocation.Notification;
  // A thread that ends with its inspection would leave half a file behind.
  const thread = records.another();
  try {
    await vscode.window.withProgress(
      { location, title, cancellable: true },
      async (progress, token) => {
        token.onCancellationRequested(() => requestCancel(cancelFlag));
        const copying = thread.run('copyLines', {
          kept,
          targetPath: target.fsPath,
          manifest,
          cancelFlag,
          bytesDone,
        });
        await showProgress(copying, bytesDone, lineStarts[lines] ?? 0, progress);
        written = (await copying).lines;
      },
    );
  } catch (error) {
    if (error instanceof AnalysisError && error.code === 'cancelled') return false;
    throw error;
  } finally {
    thread.close();
  }
  const { count } = hostWording();
  void tellOfCopy(
    vscode.l10n.t(
      'Strata: lines written: {0}, left out: {1}.',
      count(written),
      count(removed.length),
    ),
    target,
    manifestPath(target.fsPath),
  );
  return true;
}

async function showProgress(
  copying: Promise<unknown>,
  bytesDone: Float64Array,
  bytes: number,
  progress: vscode.Progress<{ increment?: number }>,
): Promise<void> {
  const settled = copying.then(
    () => true,
    () => true,
  );
  for (let shown = 0; ;) {
    const isDone = await Promise.race([settled, sleep(POLL_MS, false)]);
    const percent = bytes > 0 ? (100 * (bytesDone[0] ?? 0)) / bytes : 100;
    progress.report({ increment: percent - shown });
    if (isDone) return;
    shown = percent;
  }
}
