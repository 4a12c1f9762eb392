import * as vscode from 'vscode';
import type { AnalysisSession } from './analysisSession.ts';
import { log, messageOf } from './log.ts';
import type { OpenLine } from './openLine.ts';
import type { Panels } from './panels.ts';
import type { Sessions } from './sessions.ts';
import { stepToFlag } from './stepToFlag.ts';
import { activeTarget, askForTarget } from './targetUri.ts';

export interface CommandTools {
  readonly sessions: Sessions;
  readonly panels: Panels;
  readonly openLine: OpenLine;
}

/** All commands: those of package.json, and strata.openLine for the links in hovers. */
export function registerCommands({ sessions, panels, openLine }: CommandTools): vscode.Disposable {
  const inFront = () => activeTarget(panels.active?.uri);

  function sessionInFront(): AnalysisSession | undefined {
    const target = inFront();
    return target && sessions.get(target);
  }

  async function inspect(argument: unknown): Promise<void> {
    const target = toUri(argument) ?? inFront() ?? (await askForTarget());
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
    register('strata.inspect', inspect),
    register('strata.showPanel', showPanel),
    register('strata.nextFlaggedRow', () => step('next')),
    register('strata.previousFlaggedRow', () => step('previous')),
    register('strata.cancel', () => {
      const session =
        sessionInFront() ?? sessions.all.find(({ state }) => state.kind === 'running');
      session?.cancel();
    }),
    register('strata.openLine', async (argument: unknown, line: unknown) => {
      const target = toUri(argument);
      if (target && typeof line === 'number') await openLine(target, line);
    }),
  );
}

/** VS Code only says "command failed" of an error: here it is told, and logged. */
function register(
  command: string,
  run: (...args: unknown[]) => Promise<void> | void,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (...args: unknown[]) => {
    try {
      await run(...args);
    } catch (error) {
      log().error(`${command}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
      void vscode.window.showErrorMessage(`Strata: ${messageOf(error)}`);
    }
  });
}

/** A URI as menus pass it, or as the text that a link or another extension passes. */
function toUri(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  return typeof argument === 'string' ? vscode.Uri.parse(argument, true) : undefined;
}
