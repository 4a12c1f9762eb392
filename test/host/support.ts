import * as assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Strata } from '../../src/extension.ts';
import type { SessionResult } from '../../src/host/analysisSession.ts';
import { PATIENCE_MS } from '../support/patience.ts';

export const EXTENSION_ID = 'strata-data.strata';

export function fixture(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the fixture folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function openFixture(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(fixture(name), { viewColumn: vscode.ViewColumn.One });
}

/** The running extension, activated by the window, never by the test. */
export async function strata(): Promise<Strata> {
  const extension = vscode.extensions.getExtension<Strata>(EXTENSION_ID);
  assert.ok(extension, 'the extension is installed');
  await until(() => extension.isActive, 'the extension is active');
  return extension.exports;
}

export async function inspectFixture(name: string): Promise<SessionResult> {
  await openFixture(name);
  await vscode.commands.executeCommand('strata.inspect', fixture(name));
  return resultOf(name);
}

export async function resultOf(name: string): Promise<SessionResult> {
  const state = (await strata()).sessions.get(fixture(name))?.state;
  assert.ok(state?.kind === 'done', `inspection ends well: ${JSON.stringify(state)}`);
  return state.result;
}

export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`not in time: ${what}`);
    await sleep(50);
  }
}

/** A fresh start for the next test: no editor, no panel, no result. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const { sessions } = await strata();
  await until(() => sessions.all.length === 0, 'all sessions are closed');
}
