import * as vscode from 'vscode';

let channel: vscode.LogOutputChannel | undefined;

/** The one log of the extension, in the Output view; made when something is first said. */
export function log(): vscode.LogOutputChannel {
  channel ??= vscode.window.createOutputChannel('Strata', { log: true });
  return channel;
}

export function disposeLog(): void {
  channel?.dispose();
  channel = undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
