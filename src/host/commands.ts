import * as vscode from 'vscode';
import type { AnalysisSession } from './analysisSession.ts';
import type { EndpointKeys } from './endpointKeys.ts';
import type { CheckListSources } from './checkList/checkListFacts.ts';
import { exportReport } from './exportReport.ts';
import { filesToCompare } from './compare/compareCommand.ts';
import type { OpenLine } from './openLine.ts';
import type { Panels } from './panels.ts';
import { registerCommand, toUri } from './registerCommand.ts';
import { selectedFiles } from './selectedFiles.ts';
import type { Sessions } from './sessions.ts';
import type { Sheets } from './sheet/sheets.ts';
import { stepToFlag } from './stepToFlag.ts';
import { tagRows, type TagRowsTools } from './tagging/tagRows.ts';
import { generationFiles } from './track/generationFiles.ts';
import {
  activeDataFile,
  activeTarget,
  askAmongKnown,
  askForTarget,
  whichDataset,
} from './targetUri.ts';

export interface CommandTools {
  readonly sessions: Sessions;
  readonly panels: Panels;
  readonly sheets: Sheets;
  readonly checkListSources: CheckListSources;
  readonly openLine: OpenLine;
  readonly endpointKeys: EndpointKeys;
  readonly tagging: TagRowsTools;
}

/** Commands that concern a whole file, and strata.openLine for links. */
export function registerCommands(tools: CommandTools): vscode.Disposable {
  const { sessions, panels, sheets, checkListSources, openLine, endpointKeys, tagging } = tools;
  const inFront = () => activeTarget(panels.active?.uri, sessions);

  /** For what a person asks for by name: also a file in front that was not inspected yet. */
  const dataFileInFront = () => inFront() ?? activeDataFile();

  function sessionInFront(): AnalysisSession | undefined {
    const target = inFront();
    return target && sessions.get(target);
  }

  async function inspect(argument: unknown): Promise<void> {
    const target = toUri(argument) ?? dataFileInFront() ?? (await askForTarget());
    if (!target) return;
    panels.show(target);
    await sessions.getOrCreate(target).inspect();
  }

  async function showPanel(argument: unknown): Promise<void> {
    const target = toUri(argument) ?? inFront();
    if (!target) return;
    panels.show(target);
    const session = sessions.getOrCreate(target);
    if (session.state.kind === 'idle') await session.inspect();
  }

  async function step(direction: 'next' | 'previous'): Promise<void> {
    const session = sessionInFront();
    if (session) await stepToFlag(session, direction, openLine, panels.active);
  }

  return vscode.Disposable.from(
    registerCommand('strata.inspect', inspect),
    registerCommand('strata.showPanel', showPanel),
    registerCommand('strata.compare', async (argument, selected) => {
      const files = await filesToCompare(argument, selected, dataFileInFront);
      if (files) await sheets.compare.show([files.dataset, files.reference]);
    }),
    registerCommand('strata.mix', async (argument, selected) => {
      const files = await filesToCompare(argument, selected, dataFileInFront);
      if (files) await sheets.mix.show([files.dataset, files.reference]);
    }),
    registerCommand('strata.track', async (_file, selected) => {
      const generations = await generationFiles(selected);
      if (generations.length > 0) await sheets.track.show(generations);
    }),
    registerCommand('strata.selectSubset', async (argument: unknown) => {
      const target = toUri(argument) ?? dataFileInFront() ?? (await askForTarget());
      if (target) await sheets.select.show([target]);
    }),
    // Of two files selected in the explorer the second is the reference.
    registerCommand('strata.thin', async (argument: unknown, selected: unknown) => {
      const [first, second] = selectedFiles(selected);
      const target = first ?? toUri(argument) ?? dataFileInFront() ?? (await askForTarget());
      if (target) await sheets.thin.show(second ? [target, second] : [target]);
    }),
    registerCommand('strata.showCheckList', async (argument) => {
      const title = vscode.l10n.t('Choose the data set whose check-list to show');
      const target = toUri(argument) ?? inFront() ?? (await askAmongKnown(title, sessions));
      if (target) await sheets.checkList.show([target]);
    }),
    registerCommand('strata.nextFlaggedRow', () => step('next')),
    registerCommand('strata.previousFlaggedRow', () => step('previous')),
    registerCommand('strata.tagRows', async (argument: unknown) => {
      const target = toUri(argument) ?? dataFileInFront() ?? (await askForTarget());
      if (target) await tagRows(sessions.getOrCreate(target), tagging);
    }),
    registerCommand('strata.setEmbeddingKey', () => endpointKeys.ask(inFront())),
    registerCommand('strata.exportReport', async (argument: unknown) => {
      const target =
        toUri(argument) ?? dataFileInFront() ?? (await askAmongKnown(whichDataset(), sessions));
      if (!target) return;
      const session = sessions.getOrCreate(target);
      // What nothing shows is closed with the next tab.
      if (!session.result) panels.show(target);
      await exportReport(session, checkListSources);
    }),
    registerCommand('strata.cancel', () => {
      const session =
        sessionInFront() ?? sessions.all.find(({ state }) => state.kind === 'running');
      session?.cancel();
    }),
    registerCommand('strata.openLine', async (argument: unknown, line: unknown) => {
      const target = toUri(argument);
      if (target && typeof line === 'number') await openLine(target, line);
    }),
  );
}
