import * as vscode from 'vscode';
import { log } from './log.ts';
import { whatWentWrong } from './whatWentWrong.ts';

/** VS Code only says "command failed" of an error: here it is told, and logged. */
export function registerCommand(
  command: string,
  run: (...args: unknown[]) => Promise<void> | void,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (...args: unknown[]) => {
    try {
      await run(...args);
    } catch (error) {
      log().error(`${command}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
      void vscode.window.showErrorMessage(`Strata: ${whatWentWrong(error)}`);
    }
  });
}

/** A URI as menus pass it, or as the text that a link or another extension passes. */
export function toUri(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  return typeof argument === 'string' ? vscode.Uri.parse(argument, true) : undefined;
}
