import * as vscode from 'vscode';
import type { JobResult } from '../../engine/jobs/registry.ts';
import { runJob, type RunningJob } from '../../engine/runJob.ts';
import type {
  CheckListFacts,
  CheckListStep,
} from '../../webview/viewModel/checkList/checkListView.ts';
import { referenceInSettings } from '../compare/referenceInSettings.ts';
import type { Dismissals } from '../dismissals.ts';
import { readTableText } from '../experiments/readTableText.ts';
import { findTable } from '../experiments/tableUri.ts';
import { fileNameOf } from '../fileNameOf.ts';
import type { Sessions } from '../sessions.ts';
import type { StepMarks } from './stepMarks.ts';

type RunTable = JobResult<'analyseRunTable'>;

/** Where the state of a data set's steps is kept. */
export interface CheckListSources {
  readonly sessions: Sessions;
  readonly dismissals: Pick<Dismissals, 'of' | 'onDidChange'>;
  readonly marks: StepMarks;
}

/** The command that takes each step, with the data set as its argument. */
export const STEP_COMMANDS: Readonly<Record<CheckListStep, string>> = {
  reference: 'workbench.action.openSettings',
  measure: 'strata.inspect',
  compare: 'strata.compare',
  mix: 'strata.mix',
  score: 'strata.showExperiments',
  review: 'strata.showPanel',
  next: 'strata.thin',
};

/** Reads the table of runs that belongs to a data set; without one, a table without runs. */
export async function readRuns(dataset: vscode.Uri): Promise<RunningJob<RunTable>> {
  const table = await findTable(dataset);
  const text = (table && (await readTableText(table))) ?? '';
  return runJob('analyseRunTable', { text }, {});
}

/** What the workspace shows of a data set's steps. */
export async function checkListFacts(
  dataset: vscode.Uri,
  { report }: RunTable,
  { sessions, dismissals, marks }: CheckListSources,
): Promise<CheckListFacts> {
  const [dismissed, known] = await Promise.all([
    dismissals.of(dataset),
    vscode.commands.getCommands(true),
  ]);
  const reference = referenceInSettings(dataset);
  const rows = sessions.get(dataset)?.result?.report.file.rows;
  const steps = Object.entries(STEP_COMMANDS) as [CheckListStep, string][];
  return {
    fileName: fileNameOf(dataset),
    ...(reference && { reference: fileNameOf(reference) }),
    ...(rows !== undefined && { rows }),
    scoredRuns: report.runs.used,
    dismissedFlags: dismissed.length,
    marked: marks.of(dataset),
    withoutAction: steps.flatMap(([step, command]) => (known.includes(command) ? [] : [step])),
  };
}
