import * as vscode from 'vscode';
import { AnalysisError } from '../../data/analysisError.ts';
import type { ByteSource } from '../../data/byteReader.ts';
import { englishFaultWords as faults } from '../../data/faultWords.ts';
import { createCancelFlag, requestCancel } from '../../engine/cancellation.ts';
import { createRecordThread } from '../../engine/recordThread.ts';
import type { SelectResult } from '../../engine/select/selection.ts';
import { writeSelection } from '../../engine/select/writeSelection.ts';
import { askForCopy } from '../askForCopy.ts';
import type { ReadInput } from '../assertNotRead.ts';
import { hostWording } from '../hostWording.ts';
import { tellOfCopy } from '../tellOfCopy.ts';

/** A choice of rows, what it was made from, and all that was read for it: the data set first. */
export interface ChosenRows {
  readonly result: SelectResult;
  readonly source: ByteSource;
  readonly read: readonly [ReadInput, ...ReadInput[]];
}

/** Asks for a name and writes the chosen lines there, byte for byte and in order, with a manifest beside it. */
export async function writeChoice(
  { result, source, read }: ChosenRows,
  assetsFolder: string,
  isStale: () => boolean,
): Promise<void> {
  const title = vscode.l10n.t('Write the Chosen Rows');
  const [dataset, ...others] = read;
  const target = await askForCopy(dataset, { title, suffix: '.selected', others });
  if (!target) return;
  // It may have been saved while the person was asked.
  if (isStale()) throw new AnalysisError('file-changed', faults.changedSince, source.path);
  const { selection, lineStarts, plan } = result;
  const cancelFlag = createCancelFlag();
  const records = createRecordThread({ source, lineStarts, plan, assetsFolder });
  const location = vscode.ProgressLocation.Notification;
  try {
    const manifest = await vscode.window.withProgress(
      { location, title: vscode.l10n.t('Strata: writing the chosen rows'), cancellable: true },
      (_progress, token) => {
        token.onCancellationRequested(() => requestCancel(cancelFlag));
        return writeSelection(records, selection, source, target.fsPath, cancelFlag);
      },
    );
    const lines = hostWording().count(selection.chosen.length);
    // The command is done; what it says may stand for as long as the person likes.
    void tellOfCopy(vscode.l10n.t('Strata: lines written: {0}.', lines), target, manifest);
  } catch (error) {
    if (!(error instanceof AnalysisError && error.code === 'cancelled')) throw error;
  } finally {
    records.close();
  }
}
