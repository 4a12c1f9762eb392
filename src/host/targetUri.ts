import * as vscode from 'vscode';
import { INPUT_FORMATS, kindOfName } from '../data/inputs/inputKind.ts';
import { fileNameOf } from './fileNameOf.ts';
import { recordInFront } from './recordDocuments.ts';
import type { Sessions } from './sessions.ts';
import { openDocument } from './sourceOf.ts';
import { isJsonLines, uriOfTab } from './tabs.ts';

/** Files of the workspace that are offered. */
const MOST_OFFERED = 50;

/**
 * The file that the person has in front of them, where it is one for Strata: the panel's, the active editor's, or the
 * active tab's, because large files have a tab but no editor that extensions could see; of a record its file. Of formats
 * that hold much else besides data, such as JSON, only a file that was inspected is one.
 */
export function activeTarget(
  panelTarget: vscode.Uri | undefined,
  sessions: Pick<Sessions, 'get'>,
): vscode.Uri | undefined {
  if (panelTarget) return panelTarget;
  const uri = recordInFront()?.file ?? activeFile();
  return uri && (isTarget(uri) || sessions.get(uri)) ? uri : undefined;
}

/** The file in front where Strata could read it, for a person who asks for it by name. */
export function activeDataFile(): vscode.Uri | undefined {
  const uri = activeFile();
  return uri && kindOfName(uri.path) && !/runs\.csv$/iu.test(uri.path) ? uri : undefined;
}

function activeFile(): vscode.Uri | undefined {
  return (
    uriOfTab(vscode.window.tabGroups.activeTabGroup.activeTab) ??
    vscode.window.activeTextEditor?.document.uri
  );
}

/** The file that the person asks for in a dialog. @param title says what for */
export async function askForTarget(
  title = vscode.l10n.t('Choose a data set to inspect'),
): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({ title, filters: dataFilters() });
  return chosen?.[0];
}

/** One of the inspected files, else one of the workspace's; where there is a single one, that. The dialog offers all others. */
export async function askAmongKnown(
  title: string,
  { all }: Pick<Sessions, 'all'>,
): Promise<vscode.Uri | undefined> {
  const inspected = all.filter(({ result }) => result).map(({ uri }) => uri);
  const known = inspected.length > 0 ? inspected : await findDataFiles();
  if (known.length < 2) return known[0] ?? askForTarget(title);
  const another = { label: vscode.l10n.t('Another file…'), uri: undefined };
  const offers = known.map((uri) => ({
    label: fileNameOf(uri),
    description: folderOf(uri),
    uri,
  }));
  const chosen = await vscode.window.showQuickPick([...offers, another], { title });
  return chosen && (chosen.uri ?? askForTarget(title));
}

/** The title of the question for a file to read. */
export const whichDataset = (): string => vscode.l10n.t('Which data set?');

/** As it stands in the workspace; empty for a file right in its only folder, whose path would say nothing. */
function folderOf(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri);
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

const findDataFiles = async (): Promise<readonly vscode.Uri[]> =>
  (
    await vscode.workspace.findFiles('**/*.{jsonl,ndjson}', '**/node_modules/**', MOST_OFFERED)
  ).toSorted((a, b) => (a.path < b.path ? -1 : 1));

function isTarget(uri: vscode.Uri): boolean {
  return isJsonLines(uri) || openDocument(uri)?.languageId === 'jsonl';
}

/** What dialogs offer that ask for data sets. */
export function dataFilters(): Record<string, string[]> {
  return {
    [vscode.l10n.t('Data sets')]: [...INPUT_FORMATS, 'ndjson', 'gz', 'zst'],
    [vscode.l10n.t('All files')]: ['*'],
  };
}
