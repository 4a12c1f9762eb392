import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { AnalysisError } from '../data/analysisError.ts';
import { createCancelFlag, requestCancel } from '../engine/cancellation.ts';
import { planCleanCopy, type RemovedLine } from '../engine/planCleanCopy.ts';
import { FLAG_KINDS, type FlagFilter, type FlagKind } from '../webview/protocol.ts';
import type { AnalysisSession, SessionResult } from './analysisSession.ts';
import { dropChoices, type DropChoice } from './dropChoices.ts';
import { flagKindName } from './flagKindName.ts';
import { hostWording } from './hostWording.ts';

const USUALLY_DROPPED: readonly FlagKind[] = ['exact-duplicate', 'row-error'];
const POLL_MS = 100;

const EVERYTHING: FlagFilter = { kinds: FLAG_KINDS };

/**
 * Asks what to drop, shows the counts, and writes the other lines to a new file with a manifest. The source stays as it is.
 * @param filter only flags that pass can be dropped
 */
export async function writeCleanCopy(
  session: AnalysisSession,
  filter: FlagFilter = EVERYTHING,
): Promise<void> {
  const { uri, result, fate } = session;
  if (!result) return;
  if (fate !== 'unchanged') {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Strata: the file changed since it was inspected. Inspect it again first.'),
    );
    return;
  }
  const chosen = await pickChoices(dropChoices(result, filter, hostWording()), isNarrow(filter));
  if (!chosen || chosen.length === 0) return;
  const removed = planCleanCopy(chosen.flatMap(({ flags }) => flags));
  const target = await askForTarget(uri);
  if (!target) return;
  const { count } = hostWording();
  const lines = result.lineStarts.length - 1;
  const write = vscode.l10n.t('Write');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Keep {0} of {1} lines?', count(lines - removed.length), count(lines)),
    { modal: true, detail: detailOf(removed, chosen, target) },
    write,
  );
  if (answer === write) await writeCopy(session, result, removed, target);
}

/** Whether the filter leaves out flags that one could want dropped. */
function isNarrow({ kinds, text }: FlagFilter): boolean {
  return (text ?? '').trim() !== '' || FLAG_KINDS.some((kind) => !kinds.includes(kind));
}

async function pickChoices(
  choices: readonly DropChoice[],
  isNarrowed: boolean,
): Promise<readonly DropChoice[] | undefined> {
  const items = choices.map((choice) => ({
    choice,
    label: nameOf(choice),
    description: vscode.l10n.t(
      '{0} lines',
      hostWording().count(planCleanCopy(choice.flags).length),
    ),
    picked: isNarrowed || USUALLY_DROPPED.includes(choice.kind),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: isNarrowed
      ? vscode.l10n.t('Write a Clean Copy: What of the Rows Shown Should Be Left Out?')
      : vscode.l10n.t('Write a Clean Copy: What Should Be Left Out?'),
    placeHolder: vscode.l10n.t('Of duplicates one row stays. The file itself is not changed.'),
    canPickMany: true,
  });
  return picked?.map(({ choice }) => choice);
}

function nameOf({ kind, code }: DropChoice): string {
  const name = flagKindName(kind);
  return code === undefined ? name : `${name}: ${hostWording().quality[code].label}`;
}

async function askForTarget(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Write a Clean Copy'),
    defaultUri: uri.with({ path: withSuffix(uri.path, '.clean') }),
    filters: { 'JSON Lines': ['jsonl', 'ndjson'] },
  });
  if (!target) return undefined;
  if (target.scheme !== 'file') {
    throw new AnalysisError(
      'not-writable',
      vscode.l10n.t('A copy can be written to the disk only, not to {0}.', target.scheme),
    );
  }
  if (target.toString() === uri.toString()) {
    throw new AnalysisError(
      'not-writable',
      vscode.l10n.t('The inspected file itself is never overwritten: choose another name.'),
    );
  }
  return target;
}

/** `data.jsonl` → `data.clean.jsonl` */
function withSuffix(path: string, suffix: string): string {
  return path.replace(/(\.[^./]*)?$/, (extension) => `${suffix}${extension}`);
}

function manifestPath(target: vscode.Uri): string {
  return target.fsPath.replace(/(\.[^./\\]*)?$/, '.manifest.json');
}

function detailOf(
  removed: readonly RemovedLine[],
  chosen: readonly DropChoice[],
  target: vscode.Uri,
): string {
  const counts = new Map<string, number>();
  for (const { reason } of removed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = chosen.map(
    (choice) => `${nameOf(choice)}: ${hostWording().count(counts.get(choice.reason) ?? 0)}`,
  );
  return [
    ...reasons,
    '',
    vscode.l10n.t(
      'The kept lines go to {0} byte for byte; the removed ones are listed in {1}.',
      target.fsPath,
      manifestPath(target),
    ),
  ].join('\n');
}

async function writeCopy(
  { uri }: AnalysisSession,
  { records, lineStarts, report }: SessionResult,
  removed: readonly RemovedLine[],
  target: vscode.Uri,
): Promise<void> {
  const lines = lineStarts.length - 1;
  const kept = new Uint8Array(new SharedArrayBuffer(lines)).fill(1);
  for (const { line } of removed) kept[line - 1] = 0;
  const bytesDone = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  const cancelFlag = createCancelFlag();
  const title = vscode.l10n.t('Strata: writing the clean copy');
  const location = vscode.ProgressLocation.Notification;
  try {
    await vscode.window.withProgress(
      { location, title, cancellable: true },
      async (progress, token) => {
        token.onCancellationRequested(() => requestCancel(cancelFlag));
        const copying = records.run('copyLines', {
          kept,
          targetPath: target.fsPath,
          cancelFlag,
          bytesDone,
        });
        await showProgress(copying, bytesDone, lineStarts[lines] ?? 0, progress);
        await copying;
      },
    );
  } catch (error) {
    if (error instanceof AnalysisError && error.code === 'cancelled') return;
    throw error;
  }
  const manifest = {
    strataVersion: report.strataVersion,
    source: { path: uri.fsPath, bytes: report.file.bytes, lines },
    target: target.fsPath,
    keptLines: lines - removed.length,
    removed,
  };
  const path = manifestPath(target);
  await writeFile(`${path}.part`, `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(`${path}.part`, path);
  const open = vscode.l10n.t('Open');
  const showManifest = vscode.l10n.t('Show Manifest');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Strata: {0} lines written, {1} left out.', manifest.keptLines, removed.length),
    open,
    showManifest,
  );
  if (answer === open) await vscode.commands.executeCommand('vscode.open', target);
  if (answer === showManifest)
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(path));
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
