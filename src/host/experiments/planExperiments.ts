import * as vscode from 'vscode';
import { LEVEL_COLUMNS, type LevelColumn } from '../../data/runTable/runColumns.ts';
import { columnName, type Tongue } from '../../engine/experiments/noteSentence.ts';
import { hostTongue } from '../hostTongue.ts';
import { FEWEST_ROWS, isSize, makeNextRuns, RUN_COUNTS, type PlanTools } from './makeNextRuns.ts';
import { findTable, placeOfNewTable } from './tableUri.ts';
import { fill } from '../../metrics/text/fill.ts';

const USUAL_SIZE = 10_000;
/** What is planned of a data set at first, if that is less: its data sets then can differ. */
const USUAL_SHARE = 0.25;
const FILES_OFFERED = 200;

/**
 * Asks from which data set, at which size and for which levels; then chooses the next runs, writes their data sets beside it
 * and a row for each into the table, its score left empty.
 * @param source the data set in front of the person, if there is one
 */
export async function planExperiments(
  chosenTable: vscode.Uri | undefined,
  source: vscode.Uri | undefined,
  tools: PlanTools,
): Promise<void> {
  const tongue = hostTongue();
  const table = chosenTable ?? (await findTable(source)) ?? placeOfNewTable(source);
  if (!table) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Strata: open a folder first, in which the table of training runs can stand.'),
    );
    return;
  }
  const pool = await pickSource(source);
  const levels = pool && (await pickLevels(tongue));
  const size = levels && (await askForSize(tools.rowsOf(pool)));
  const count = size && (await pickCount(levels.length));
  if (!count) return;
  await makeNextRuns({ table, pool, levels, size, count }, tools);
}

async function pickSource(source: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  if (source) return source;
  const files = await vscode.workspace.findFiles(
    '**/*.{jsonl,ndjson}',
    '**/node_modules/**',
    FILES_OFFERED,
  );
  const title = vscode.l10n.t('Plan Experiments: From Which Data Set?');
  const items = files
    .map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  if (items.length > 0) return (await vscode.window.showQuickPick(items, { title }))?.uri;
  const chosen = await vscode.window.showOpenDialog({
    title,
    filters: { 'JSON Lines': ['jsonl', 'ndjson'] },
  });
  return chosen?.[0];
}

async function pickLevels(tongue: Tongue): Promise<readonly LevelColumn[] | undefined> {
  const items = LEVEL_COLUMNS.map((level) => ({
    label: columnName(level, tongue),
    level,
    picked: true,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Plan Experiments: Which Levels Are to Be Told Apart?'),
    placeHolder: vscode.l10n.t('The fewer, the surer.'),
    canPickMany: true,
  });
  return chosen && chosen.length > 0 ? chosen.map(({ level }) => level) : undefined;
}

async function askForSize(rows = Infinity): Promise<number | undefined> {
  const usual = Math.max(FEWEST_ROWS, Math.min(USUAL_SIZE, Math.floor(USUAL_SHARE * rows)));
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Plan Experiments: How Many Rows in Each?'),
    prompt: vscode.l10n.t('The same for all, so that size explains nothing.'),
    value: String(usual),
    validateInput: (value) =>
      sizeIn(value) !== undefined
        ? undefined
        : vscode.l10n.t('A whole number from 20 to 100,000,000'),
  });
  return text === undefined ? undefined : sizeIn(text);
}

const sizeIn = (text: string): number | undefined => {
  const rows = /^\d{2,9}$/.test(text) ? Number(text) : undefined;
  return isSize(rows) ? rows : undefined;
};

async function pickCount(levels: number): Promise<number | undefined> {
  const items = RUN_COUNTS.map((count) => ({
    label: vscode.l10n.t('{0} runs', count),
    description:
      count > levels
        ? ''
        : fill(vscode.l10n.t('too few without earlier runs: {0} {0|level|levels}'), String(levels)),
    count,
  }));
  const title = vscode.l10n.t('Plan Experiments: How Many Runs?');
  return (await vscode.window.showQuickPick(items, { title }))?.count;
}
