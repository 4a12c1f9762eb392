import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, inspectFixture, openFixture, strata, until } from './support.ts';

const FILE = 'support.jsonl';

const cursorLine = () => (vscode.window.activeTextEditor?.selection.active.line ?? -1) + 1;

async function putCursor(line: number): Promise<void> {
  const editor = await openFixture(FILE);
  const start = new vscode.Position(line - 1, 0);
  editor.selection = new vscode.Selection(start, start);
}

async function hoverText(line: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    fixture(FILE),
    new vscode.Position(line - 1, 3),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

suite('flagged rows in the editor', () => {
  suiteSetup(async () => {
    await inspectFixture(FILE);
  });
  suiteTeardown(closeAll);

  test('Next Flagged Row goes from flag to flag and round at the end', async () => {
    const flagged = (await strata()).sessions.get(fixture(FILE))?.result?.flaggedLines;
    assert.ok(flagged);
    await putCursor(1);
    const visited: number[] = [];
    for (let i = 0; i < flagged.count; i++) {
      await vscode.commands.executeCommand('strata.nextFlaggedRow');
      visited.push(cursorLine());
    }
    for (const line of [2, 10, 15, 20, 28, 33]) assert.ok(visited.includes(line), String(line));
    assert.deepEqual(
      visited,
      visited.toSorted((a, b) => a - b),
    );
    await vscode.commands.executeCommand('strata.nextFlaggedRow');
    assert.equal(cursorLine(), 2);
  });

  test('Previous Flagged Row goes back', async () => {
    await putCursor(11);
    await vscode.commands.executeCommand('strata.previousFlaggedRow');
    assert.equal(cursorLine(), 10);
  });

  test('the hover on a duplicate says why and links to the other rows', async () => {
    const text = await hoverText(10);
    assert.match(text, /Exact duplicate/);
    assert.match(text, /command:strata\.openLine/);
    assert.match(text, /Line 2\b/);
    assert.match(text, /command:strata\.compareWithNearest/);
    assert.match(text, /command:strata\.dismissFlag/);
  });

  test('the hover on a broken line says what was expected', async () => {
    assert.match(await hoverText(28), /Broken JSON/);
  });

  test('a row without flags has no hover', async () => {
    assert.equal(await hoverText(3), '');
  });

  test('the link of a hover puts the cursor on the other row', async () => {
    await vscode.commands.executeCommand('strata.openLine', fixture(FILE).toString(), 2);
    await until(() => cursorLine() === 2, 'the cursor is on line 2');
  });
});
