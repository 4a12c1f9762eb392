import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION_ID, openFixture, strata } from './support.ts';

suite('activation', () => {
  test('opening a .jsonl file starts the extension', async () => {
    const { document } = await openFixture('support.jsonl');
    assert.equal(document.languageId, 'jsonl');
    assert.ok(await strata());
  });

  test('every command of the manifest is registered', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    const { contributes } = extension?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const known = await vscode.commands.getCommands(true);
    for (const { command } of contributes.commands) assert.ok(known.includes(command), command);
  });
});
