import * as vscode from 'vscode';
import { planCleanCopy, type RemovedLine } from '../engine/planCleanCopy.ts';
import { FLAG_KINDS, type FlagFilter, type FlagKind } from '../webview/protocol.ts';
import type { AnalysisSession } from './analysisSession.ts';
import { dropChoices, type DropChoice } from './dropChoices.ts';
import { flagKindName } from './flagKindName.ts';
import { hostWording } from './hostWording.ts';
import { inspectedResult } from './inspectedResult.ts';
import { unsearchedRows } from './unsearchedRows.ts';
import { writeLeftOut } from './writeLeftOut.ts';
import { fill } from '../metrics/text/fill.ts';

const USUALLY_DROPPED: readonly FlagKind[] = ['exact-duplicate', 'row-error'];

const EVERYTHING: FlagFilter = { kinds: FLAG_KINDS };

/**
 * Asks what to drop (of a file that was not inspected yet once it is), shows the counts, and writes the other lines to a new file with a manifest. The source stays as it is.
 * @param filter only flags that pass can be dropped
 * @returns whether it was written
 */
export async function writeCleanCopy(
  session: AnalysisSession,
  filter: FlagFilter = EVERYTHING,
): Promise<boolean> {
  const { uri } = session;
  const result = await inspectedResult(session);
  if (!result) return false;
  if (session.fate !== 'unchanged') {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Strata: the file changed since it was inspected. Inspect it again first.'),
    );
    return false;
  }
  const choices = dropChoices(result, filter, hostWording());
  if (choices.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Strata: no row is flagged, so there is nothing to leave out.'),
    );
    return false;
  }
  const chosen = await pickChoices(choices, {
    isNarrowed: isNarrow(filter),
    unsearched: unsearchedRows(result, filter),
  });
  if (!chosen || chosen.length === 0) return false;
  const removed = planCleanCopy(chosen.flatMap(({ flags }) => flags));
  return writeLeftOut(
    {
      uri,
      records: result.records,
      lineStarts: result.lineStarts,
      strataVersion: result.report.strataVersion,
      bytes: result.report.file.bytes,
      parts: result.report.file.parts,
      // Findings that are parted anew are read by the same thread.
      isStale: () => session.fate !== 'unchanged' || session.result?.records !== result.records,
    },
    removed,
    countsOf(removed, chosen),
  );
}

/** Whether the filter leaves out flags that one could want dropped. */
function isNarrow({ kinds, text }: FlagFilter): boolean {
  return (text ?? '').trim() !== '' || FLAG_KINDS.some((kind) => !kinds.includes(kind));
}

async function pickChoices(
  choices: readonly DropChoice[],
  { isNarrowed, unsearched }: { readonly isNarrowed: boolean; readonly unsearched: number },
): Promise<readonly DropChoice[] | undefined> {
  const items = choices.map((choice) => ({
    choice,
    label: nameOf(choice),
    description: fill(
      vscode.l10n.t('{0} {0|line|lines}'),
      hostWording().count(planCleanCopy(choice.flags).length),
    ),
    picked: isNarrowed || USUALLY_DROPPED.includes(choice.kind),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: isNarrowed
      ? vscode.l10n.t('Write a Clean Copy: What of the Rows Shown Should Be Left Out?')
      : vscode.l10n.t('Write a Clean Copy: What Should Be Left Out?'),
    placeHolder:
      unsearched > 0
        ? fill(
            vscode.l10n.t(
              'The text was looked for in the listed rows only: {0} more {0|finding is|findings are} kept.',
            ),
            hostWording().count(unsearched),
          )
        : vscode.l10n.t('Of duplicates one row stays. The file itself is not changed.'),
    canPickMany: true,
  });
  return picked?.map(({ choice }) => choice);
}

function nameOf({ kind, code }: DropChoice): string {
  const name = flagKindName(kind);
  return code === undefined ? name : `${name}: ${hostWording().quality[code].label}`;
}

function countsOf(removed: readonly RemovedLine[], chosen: readonly DropChoice[]): string[] {
  const counts = new Map<string, number>();
  for (const { reason } of removed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return chosen.map(
    (choice) => `${nameOf(choice)}: ${hostWording().count(counts.get(choice.reason) ?? 0)}`,
  );
}
