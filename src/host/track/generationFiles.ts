import * as vscode from 'vscode';
import { fileNameOf } from '../fileNameOf.ts';
import { dataFilters } from '../targetUri.ts';
import { selectedFiles } from '../selectedFiles.ts';

/**
 * The generations that a person means, oldest first: the files selected in the explorer, or those they choose. The order is
 * that of their names, with numbers by their value.
 * @param selected all selected files, where a menu of the explorer asks
 */
export async function generationFiles(selected: unknown): Promise<readonly vscode.Uri[]> {
  const chosen = selectedFiles(selected);
  const uris = chosen.length >= 2 ? chosen : await askForFiles(chosen[0]);
  if (uris.length < 2) {
    if (uris.length === 1) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Choose two or more files: the first generation and those made after it.'),
      );
    }
    return [];
  }
  return inOrderOf(uris);
}

async function askForFiles(first: vscode.Uri | undefined): Promise<readonly vscode.Uri[]> {
  const folder = first ? vscode.Uri.joinPath(first, '..') : undefined;
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose the generations: two or more data sets made one after the other'),
    canSelectMany: true,
    ...(folder && { defaultUri: folder }),
    filters: dataFilters(),
  });
  return chosen ?? [];
}

/** By name, numbers by their value: gen2 before gen10. */
const inOrderOf = (uris: readonly vscode.Uri[]): readonly vscode.Uri[] => {
  const { compare } = new Intl.Collator('en', { numeric: true });
  return [...uris].sort((a, b) => compare(fileNameOf(a), fileNameOf(b)) || compare(a.path, b.path));
};
