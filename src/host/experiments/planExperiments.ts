import { posix } from 'node:path';
import * as vscode from 'vscode';
import { LEVEL_COLUMNS, type LevelColumn } from '../../data/runTable/runColumns.ts';
import { createTongue } from '../../engine/experiments/createTongue.ts';
import { columnName, type Tongue } from '../../engine/experiments/noteSentence.ts';
import { runJob } from '../../engine/runJob.ts';
import { readTableText } from './readTableText.ts';
import { findTable, placeOfNewTable } from './tableUri.ts';
import { writeTable } from './writeTable.ts';

const USUAL_SIZE = 10_000;
const COUNTS = [8, 7, 6, 5, 4] as const;
const FILES_OFFERED = 200;
const SEED = 1;

/**
 * Asks from which data set, at which size and for which levels, and writes the runs to make next: rows that await their
 * figures into the table, and the commands that make the data sets into an editor.
 * @param source the data set in front of the person, if there is one
 */
export async function planExperiments(
  chosenTable: vscode.Uri | undefined,
  source: vscode.Uri | undefined,
): Promise<void> {
  const tongue = createTongue((english) => vscode.l10n.t(english), vscode.env.language);
  const table = chosenTable ?? (await findTable(source)) ?? placeOfNewTable(source);
  if (!table) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Strata: open a folder first, in which the table of training runs can stand.'),
    );
    return;
  }
  const pool = await pickSource(source);
  const levels = pool && (await pickLevels(tongue));
  const size = levels && (await askForSize());
  const count = size && (await pickCount(levels.length));
  if (!count) return;
  const text = await readTableText(table);
  const plan = {
    source: posix.relative(posix.dirname(table.path), pool.path),
    ...{ size, levels, count, seed: SEED },
  };
  const { edit, commands, untold } = await runJob('planRunTable', { text, plan }, {}).result;
  if (edit.kind === 'unreadable' || edit.kind === 'present') {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Strata: {0} cannot be read as a table, so nothing was added.', table.fsPath),
    );
    return;
  }
  const document = await writeTable(table, edit, text);
  await vscode.window.showTextDocument(document);
  const script = await vscode.workspace.openTextDocument({
    language: 'shellscript',
    content: [...comments().map((line) => `# ${line}`), '', ...commands, ''].join('\n'),
  });
  await vscode.window.showTextDocument(script, vscode.ViewColumn.Beside);
  if (untold.length > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Strata: after these runs, {0} could still not be told apart. Plan more runs, or fewer levels.',
        tongue.list(untold.map((level) => columnName(level, tongue))),
      ),
    );
  }
}

function comments(): string[] {
  return [
    vscode.l10n.t('The data sets to train on next, so that the levels can be told apart.'),
    vscode.l10n.t(
      'Each draws one level narrow (0) or wide (100) at the same size; the plan takes it that the other levels stay in their middle.',
    ),
    vscode.l10n.t(
      'Run these where the table stands. Inspect each file and run “Strata: Add Inspection to Experiments”: that fills in its row. Train, and fill in the scores.',
    ),
  ];
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

async function askForSize(): Promise<number | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Plan Experiments: How Many Rows in Each?'),
    prompt: vscode.l10n.t('The same for all, so that size explains nothing.'),
    value: String(USUAL_SIZE),
    validateInput: (value) =>
      isSize(value) ? undefined : vscode.l10n.t('A whole number from 10 to 100,000,000'),
  });
  return text !== undefined && isSize(text) ? Number(text) : undefined;
}

const isSize = (text: string): boolean =>
  /^\d{2,9}$/.test(text) && Number(text) >= 10 && Number(text) <= 100_000_000;

async function pickCount(levels: number): Promise<number | undefined> {
  const items = COUNTS.map((count) => ({
    label: vscode.l10n.t('{0} runs', count),
    description:
      count > levels ? '' : vscode.l10n.t('too few without earlier runs: {0} levels', levels),
    count,
  }));
  const title = vscode.l10n.t('Plan Experiments: How Many Runs?');
  return (await vscode.window.showQuickPick(items, { title }))?.count;
}
