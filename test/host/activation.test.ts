import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION_ID, openFixture, strata } from './support.ts';

suite('activation', () => {
  // A file too large for an editor is a tab without a document: no event of its language starts anything.
  test('the extension starts with the window, before any file is opened', async () => {
    assert.ok(await strata());
    // VS Code itself may look into its settings.
    const isDataset = ({ languageId }: vscode.TextDocument) => languageId === 'jsonl';
    assert.equal(vscode.workspace.textDocuments.some(isDataset), false);
  });

  test('a .jsonl file is one of JSON lines', async () => {
    const { document } = await openFixture('support.jsonl');
    assert.equal(document.languageId, 'jsonl');
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
