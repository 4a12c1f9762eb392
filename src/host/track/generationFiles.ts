import * as vscode from 'vscode';
import { kindOfName } from '../../data/inputs/inputKind.ts';
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

/** The dialog of remote windows and of browsers takes a single file: the others are asked for among those beside it. */
async function askForFiles(first: vscode.Uri | undefined): Promise<readonly vscode.Uri[]> {
  const chosen = await askInDialog(first);
  const [only] = chosen;
  return only && chosen.length === 1 ? askAmongNeighbours(only) : chosen;
}

async function askAmongNeighbours(chosen: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const folder = vscode.Uri.joinPath(chosen, '..');
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const neighbours = entries
    .filter(([name, type]) => (type & vscode.FileType.File) !== 0 && kindOfName(name))
    .map(([name]) => vscode.Uri.joinPath(folder, name))
    .filter(({ path }) => path !== chosen.path);
  if (neighbours.length === 0) return [chosen];
  const offers = [chosen, ...inOrderOf(neighbours)].map((uri) => ({
    label: fileNameOf(uri),
    picked: uri.path === chosen.path,
    uri,
  }));
  const picked = await vscode.window.showQuickPick(offers, {
    title: dialogTitle(),
    placeHolder: vscode.l10n.t('They are followed in the order of their names'),
    canPickMany: true,
  });
  return picked?.map(({ uri }) => uri) ?? [];
}

const dialogTitle = () =>
  vscode.l10n.t('Choose the generations: two or more data sets made one after the other');

async function askInDialog(first: vscode.Uri | undefined): Promise<readonly vscode.Uri[]> {
  const folder = first ? vscode.Uri.joinPath(first, '..') : undefined;
  const chosen = await vscode.window.showOpenDialog({
    title: dialogTitle(),
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
