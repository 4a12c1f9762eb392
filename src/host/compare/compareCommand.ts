import * as vscode from 'vscode';
import { toUri } from '../registerCommand.ts';
import { selectedFiles } from '../selectedFiles.ts';
import { askForTarget, dataFilters } from '../targetUri.ts';
import { referenceInSettings } from './referenceInSettings.ts';

export type ComparedUris = Readonly<Record<'dataset' | 'reference', vscode.Uri>>;

/**
 * The two files that a person means: two that are selected in the explorer, the first selected as the data set whichever was
 * right-clicked; or the file in front and the reference that the settings name for it, or that they choose.
 * @param selected all selected files, where a menu of the explorer asks
 */
export async function filesToCompare(
  argument: unknown,
  selected: unknown,
  inFront: () => vscode.Uri | undefined,
): Promise<ComparedUris | undefined> {
  const [first, second] = selectedFiles(selected);
  if (first && second) return { dataset: first, reference: second };
  const dataset = toUri(argument) ?? inFront() ?? (await askForTarget());
  if (!dataset) return undefined;
  // A menu of one file hands over that file again, as a list.
  const reference =
    toUri(selected) ?? referenceInSettings(dataset) ?? (await askForReference(dataset));
  return reference && { dataset, reference };
}

export async function askForReference(dataset: vscode.Uri): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose the reference: real data, or an evaluation set'),
    defaultUri: vscode.Uri.joinPath(dataset, '..'),
    filters: dataFilters(),
  });
  return chosen?.[0];
}
