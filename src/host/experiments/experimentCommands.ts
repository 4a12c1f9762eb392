import * as vscode from 'vscode';
import { RUN_TABLE_HEADER } from '../../data/runTable/runColumns.ts';
import { activeDataFile, activeTarget, askAmongKnown, whichDataset } from '../targetUri.ts';
import type { Panels } from '../panels.ts';
import type { Sessions } from '../sessions.ts';
import { addInspection } from './addInspection.ts';
import type { FieldChoices } from '../fieldChoices.ts';
import { isRunsWanted, makeNextRuns } from './makeNextRuns.ts';
import { planExperiments } from './planExperiments.ts';
import { measureRuns } from './measureRuns.ts';
import { registerCommand, toUri } from '../registerCommand.ts';
import { writeTable } from './writeTable.ts';
import type { ExperimentsPanels } from './experimentsPanels.ts';
import { findTable, placeOfNewTable } from './tableUri.ts';

export interface ExperimentTools {
  readonly experiments: ExperimentsPanels;
  readonly sessions: Sessions;
  readonly panels: Panels;
  readonly extensionUri: vscode.Uri;
  readonly fieldChoices: FieldChoices;
}

/** Commands that concern tables of training runs. */
export function registerExperimentCommands({
  experiments,
  sessions,
  panels,
  ...others
}: ExperimentTools): vscode.Disposable {
  const tools = {
    ...others,
    rowsOf: (pool: vscode.Uri) => sessions.get(pool)?.result?.report.file.rows,
  };
  const inFront = () => activeTarget(panels.active?.uri, sessions);
  return vscode.Disposable.from(
    registerCommand('strata.showExperiments', async (argument: unknown) => {
      const table = toUri(argument) ?? (await findTable()) ?? (await askForTable());
      if (table) experiments.show(table);
    }),
    registerCommand('strata.addInspection', async (argument: unknown, table: unknown) => {
      const target =
        toUri(argument) ??
        inFront() ??
        activeDataFile() ??
        (await askAmongKnown(whichDataset(), sessions));
      if (!target) return;
      const session = sessions.getOrCreate(target);
      // What nothing shows is closed with the next tab.
      if (!session.result) panels.show(target);
      await addInspection(session, toUri(table));
    }),
    registerCommand('strata.measureRuns', async (argument: unknown) => {
      const table = toUri(argument) ?? (await findTable()) ?? (await askForTable());
      if (table) await measureRuns(table, tools.extensionUri);
    }),
    // Another extension, or a key binding, may say what it wants and is not asked.
    registerCommand('strata.planExperiments', (argument: unknown, wanted: unknown) =>
      isRunsWanted(wanted)
        ? makeNextRuns(wanted, tools)
        : planExperiments(toUri(argument), inFront(), tools),
    ),
  );
}

/** Offers to make the workspace's table, or to choose one. */
async function askForTable(): Promise<vscode.Uri | undefined> {
  const place = placeOfNewTable();
  const create = vscode.l10n.t('Create');
  const choose = vscode.l10n.t('Choose a File…');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Strata: there is no table of training runs yet.'),
    ...(place ? [create, choose] : [choose]),
  );
  if (answer === create && place) {
    const text = `${RUN_TABLE_HEADER.join(',')}\n`;
    await writeTable(place, { kind: 'new', text, line: 1 }, undefined);
    return place;
  }
  if (answer !== choose) return undefined;
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose a Table of Training Runs'),
    filters: { CSV: ['csv'], [vscode.l10n.t('All files')]: ['*'] },
  });
  return chosen?.[0];
}
