import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { applyRunTableEdit } from '../data/runTable/applyRunTableEdit.ts';
import { addRun, type NewRun } from '../data/runTable/editRunTable.ts';
import { readRunTable } from '../data/runTable/readRunTable.ts';
import { readTableFile } from '../data/runTable/readTableFile.ts';
import { LEVEL_COLUMNS } from '../data/runTable/runColumns.ts';
import { makePlannedSets, type MadeSet } from '../engine/experiments/makePlannedSets.ts';
import type { PlannedSet } from '../engine/experiments/planTable.ts';
import type { PlanFault, RunsPlan } from '../engine/jobs/planRunTable.ts';
import type { Selection } from '../engine/select/selection.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { assertTargets } from './assertTargets.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatCount.ts';
import type { ExperimentsArguments, PlanArguments } from './parseExperimentsArguments.ts';
import { complain, print } from './print.ts';
import { progressLine } from './progressLine.ts';
import type { TerminalContext } from './terminalContext.ts';
import type { TerminalWording } from './terminalWording.ts';
import { interruptible, machineOptions } from './runTerminalJob.ts';
import { writeTableFile } from './writeTableFile.ts';

/**
 * Plans the next runs, writes their data sets and puts each into the table as soon as it is made; a dry run prints the
 * commands that would make them.
 */
export async function planRuns(
  options: ExperimentsArguments,
  plan: PlanArguments,
  context: TerminalContext,
): Promise<void> {
  const { sources, wording, workers } = context;
  const { terminal } = wording;
  const { table, selection, settings, json } = options;
  const folder = dirname(resolve(table));
  const seenFromTable = (path: string) => relative(folder, resolve(path)).split(sep).join('/');
  const poolFolder = dirname(resolve(plan.file));
  const source = await sources.open(plan.file);
  if (!plan.dryRun) assertTargets([table], [source]);
  const planned = await workers.runJob(
    'planRunTable',
    {
      text: readText(table),
      plan: {
        ...plan,
        source: seenFromTable(plan.file),
        taken: existsSync(poolFolder)
          ? readdirSync(poolFolder).map((name) => seenFromTable(join(poolFolder, name)))
          : [],
      },
      dataset: { source, selection },
      commonRows: settings.commonRows,
    },
    {},
  ).result;
  if ('fault' in planned) throw faultOf(planned, plan);
  tellOfPlan(planned, context);
  if (plan.dryRun) {
    await print(
      json
        ? `${JSON.stringify(planned, null, 2)}\n`
        : planned.sets.map(({ command }) => `${command}\n`).join(''),
      context,
    );
    return;
  }
  assertTargets(
    planned.sets.map(({ data }) => join(folder, data)),
    [source],
  );
  // A table that cannot be read is told before anything is made.
  addedTo(readText(table), { data: '', cells: {} }, table);
  const made: (PlannedSet & Omit<MadeSet, 'selection'> & Pick<Selection, 'notes'>)[] = [];
  const progress = progressLine(context);
  const making = makePlannedSets(
    {
      source: {
        ...{ source, selection, settings },
        ...machineOptions(options.threads, context),
      },
      sets: planned.sets,
      folder,
      commonRows: planned.commonRows,
    },
    {
      onProgress: (_set, fraction) => progress.show({ phase: 'measuring', fraction }),
      async onMade(set, outcome) {
        progress.clear();
        writeTableFile(table, addedTo(readText(table), outcome.run, table));
        const { run, missing, manifest, selection } = outcome;
        made.push({ ...set, run, missing, manifest, notes: selection.notes });
        for (const note of wording.report.selectionNotes(selection)) {
          complain(fill(terminal.setNote, set.data, note), context);
        }
        if (outcome.missing.length > 0) {
          complain(fill(terminal.setNotMeasured, set.data, outcome.missing.join(', ')), context);
        }
        if (!json) await print(`${lineOf(set, outcome, wording)}\n`, context);
      },
    },
    workers,
  );
  await interruptible(making).finally(() => {
    progress.clear();
    if (made.length > 0) {
      const counts = [made.length, planned.sets.length].map(String);
      complain(fill(terminal.runsWritten, ...counts, table), context);
    }
  });
  if (json) await print(`${JSON.stringify({ ...planned, sets: made }, null, 2)}\n`, context);
}

function faultOf(planned: PlanFault, { size }: PlanArguments): AnalysisError {
  return new AnalysisError(
    'nothing-to-choose',
    planned.fault === 'too-few-lines' ? faults.fewLinesToPlan : faults.noLevelToPlan,
    ...(planned.fault === 'too-few-lines' ? [planned.lines, size] : []),
  );
}

function tellOfPlan({ absent, same, untold }: RunsPlan, context: TerminalContext): void {
  const { terminal } = context.wording;
  if (same.length > 0) {
    complain(fill(terminal.sameLevels, same.join(', ')), context);
  }
  if (absent.length > 0) complain(fill(terminal.absentLevels, absent.join(', ')), context);
  if (untold.length > 0) {
    complain(fill(terminal.untoldLevels, untold.join(', ')), context);
  }
}

function readText(table: string): string | undefined {
  const isThere = existsSync(table) && statSync(table).size > 0;
  return isThere ? readTableFile(table, true) : undefined;
}

/** @throws AnalysisError for a table that cannot be read */
function addedTo(text: string | undefined, run: NewRun, path: string): string {
  const edit = addRun(readRunTable(text ?? ''), text, run);
  if (edit.kind === 'new' || edit.kind === 'replaced') return applyRunTableEdit(text, edit);
  if (edit.kind === 'present') return text ?? '';
  throw new AnalysisError('not-readable', faults.noTable, path);
}

function lineOf(
  { data, select }: PlannedSet,
  { run: { cells } }: MadeSet,
  wording: TerminalWording,
): string {
  const levels = LEVEL_COLUMNS.flatMap((level) => {
    const value = cells[level];
    return value === undefined ? [] : [`${level} ${formatCount(Number(value))}`];
  });
  return fill(
    wording.terminal.plannedSet,
    data,
    countOf('row', Number(cells.size), wording),
    wording.report.strategy(select.strategy),
    String(select.degree),
    cells['common-rows'] ?? '–',
    levels.join(wording.view.listSeparator),
  );
}
