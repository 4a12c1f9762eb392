import * as vscode from 'vscode';
import { LEVEL_COLUMNS, type LevelColumn } from '../../data/runTable/runColumns.ts';
import { columnName, type Tongue } from '../../engine/experiments/noteSentence.ts';
import { runJob } from '../../engine/runJob.ts';
import type { PlanFault, RunsPlan } from '../../engine/jobs/planRunTable.ts';
import type { FieldChoices } from '../fieldChoices.ts';
import { hostTongue } from '../hostTongue.ts';
import { readSettings } from '../settings.ts';
import { sourceOf, type Source } from '../sourceOf.ts';
import { makeRuns } from './makeRuns.ts';
import { readTableText } from './readTableText.ts';
import { seenFromTable } from './seenFromTable.ts';
import { fill } from '../../metrics/text/fill.ts';

/** How many runs can be planned at a time. */
export const RUN_COUNTS = [8, 7, 6, 5, 4] as const;
/** Fewer rows have no diversity that could be measured. */
export const FEWEST_ROWS = 20;
const MOST_ROWS = 100_000_000;
const SEED = 1;

export interface PlanTools {
  /** Rows of a data set, where they are known. */
  readonly rowsOf: (pool: vscode.Uri) => number | undefined;
  readonly extensionUri: vscode.Uri;
  readonly fieldChoices: FieldChoices;
}

export interface RunsWanted {
  readonly table: vscode.Uri;
  /** The data set that rows are chosen from. */
  readonly pool: vscode.Uri;
  readonly levels: readonly LevelColumn[];
  readonly size: number;
  readonly count: number;
}

export function isRunsWanted(value: unknown): value is RunsWanted {
  if (typeof value !== 'object' || value === null) return false;
  const { table, pool, levels, size, count } = value as Partial<RunsWanted>;
  return (
    table instanceof vscode.Uri &&
    pool instanceof vscode.Uri &&
    Array.isArray(levels) &&
    levels.length > 0 &&
    levels.every((level) => LEVEL_COLUMNS.some((known) => known === level)) &&
    isSize(size) &&
    RUN_COUNTS.some((known) => known === count)
  );
}

/** Rows of each data set. */
export const isSize = (rows: unknown): rows is number =>
  typeof rows === 'number' && Number.isInteger(rows) && rows >= FEWEST_ROWS && rows <= MOST_ROWS;

/** Plans runs and makes them; says why where the data set cannot give what is wanted. */
export async function makeNextRuns(
  { table, pool, levels, size, count }: RunsWanted,
  { extensionUri, fieldChoices }: PlanTools,
): Promise<void> {
  if (table.scheme !== 'file' || pool.scheme !== 'file') {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'Strata: data sets can be made only where the files are on this machine’s disk.',
      ),
    );
    return;
  }
  const tongue = hostTongue();
  const { inspect, threads, fields } = readSettings(pool);
  const selection = { ...fields, ...fieldChoices.get(pool) };
  const source = await sourceOf(pool);
  const planAndMake = async ({ bytes }: Source) => {
    const poolFolder = vscode.Uri.joinPath(pool, '..');
    const names = await vscode.workspace.fs.readDirectory(poolFolder);
    const plan = await runJob(
      'planRunTable',
      {
        text: await readTableText(table),
        plan: {
          source: seenFromTable(table, pool),
          taken: names.map(([name]) => seenFromTable(table, vscode.Uri.joinPath(poolFolder, name))),
          ...{ size, levels, count, seed: SEED },
        },
        dataset: { source: bytes, selection },
        commonRows: inspect.commonRows,
      },
      {},
    ).result;
    if ('fault' in plan) return plan;
    const made = await makeRuns(table, plan, {
      source: bytes,
      selection,
      settings: inspect,
      threads,
      assetsFolder: vscode.Uri.joinPath(extensionUri, 'media').fsPath,
    });
    return { plan, made };
  };
  let outcome: Awaited<ReturnType<typeof planAndMake>>;
  try {
    outcome = await planAndMake(source);
  } finally {
    source.close();
  }
  if ('fault' in outcome) {
    void vscode.window.showErrorMessage(`Strata: ${faultSentence(outcome, size, tongue)}`);
    return;
  }
  const { plan, made } = outcome;
  if (made > 0) await vscode.window.showTextDocument(table);
  // The command is done; what it says may stand for as long as the person likes.
  void tellMade(table, made, plan, tongue);
}

function faultSentence(fault: PlanFault, size: number, tongue: Tongue): string {
  return fault.fault === 'too-few-lines'
    ? fill(
        vscode.l10n.t(
          'The file has {0} {0|line|lines}: data sets of {1} {1|row|rows} cannot differ much in what they hold. Plan smaller ones, or choose from a larger file.',
        ),
        tongue.count(fault.lines),
        tongue.count(size),
      )
    : vscode.l10n.t('The file has none of the fields whose levels were asked for.');
}

async function tellMade(
  table: vscode.Uri,
  made: number,
  { sets, absent, same, untold }: RunsPlan,
  tongue: Tongue,
): Promise<void> {
  const names = (levels: readonly LevelColumn[]) =>
    tongue.list(levels.map((level) => columnName(level, tongue)));
  const show = vscode.l10n.t('Show Experiments');
  const sentences = [
    fill(
      vscode.l10n.t(
        '{0} of {1} data {1|set|sets} {0|is|are} made and {0|stands|stand} in {2}. Train on them, and fill in the scores.',
      ),
      tongue.count(made),
      tongue.count(sets.length),
      vscode.workspace.asRelativePath(table),
    ),
    ...(absent.length > 0 ? [vscode.l10n.t('The data set does not have {0}.', names(absent))] : []),
    ...(same.length > 0
      ? [
          vscode.l10n.t(
            'The rows have tags, which are those of both fields: {0} is left out.',
            names(same),
          ),
        ]
      : []),
    ...(untold.length > 0
      ? [
          vscode.l10n.t(
            'After these runs, {0} could still not be told apart. Plan more runs, or fewer levels.',
            names(untold),
          ),
        ]
      : []),
  ];
  const isWhole = made === sets.length && untold.length === 0;
  const tell = isWhole ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  const answer = await tell(`Strata: ${sentences.join(' ')}`, ...(made > 0 ? [show] : []));
  if (answer === show) await vscode.commands.executeCommand('strata.showExperiments', table);
}
