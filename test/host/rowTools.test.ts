import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { FlaggedItem } from '../../src/host/flaggedRowsView.ts';
import { closeAll, fixture, inspectFixture, openFixture, strata, until } from './support.ts';

const FILE = 'support.jsonl';
const BROKEN_LINE = 28;

const configuration = () => vscode.workspace.getConfiguration('strata', fixture(FILE));
const problems = () => vscode.languages.getDiagnostics(fixture(FILE));

async function children(item?: FlaggedItem): Promise<FlaggedItem[]> {
  const { provider } = (await strata()).flaggedRows;
  return (await provider.getChildren(item)) ?? [];
}

suite('tools for flagged rows', () => {
  suiteSetup(async () => {
    await inspectFixture(FILE);
  });
  suiteTeardown(closeAll);

  test('the tree lists kinds, their clusters and rows, and the rows of a cluster', async () => {
    const kinds = await children();
    const exact = kinds.find((item) => item.type === 'kind' && item.kind === 'exact-duplicate');
    assert.ok(exact);
    const [cluster] = await children(exact);
    assert.ok(cluster?.type === 'flag');
    const lines = (await children(cluster)).map((item) => item.type === 'line' && item.line);
    assert.deepEqual(lines, [2, 10]);
  });

  test('an item of the tree says why on demand, with the start of the row', async () => {
    const { provider } = (await strata()).flaggedRows;
    const [cluster] = await children((await children())[0]);
    assert.ok(cluster);
    const made = await provider.getTreeItem(cluster);
    const { token } = new vscode.CancellationTokenSource();
    const resolved = await provider.resolveTreeItem?.(made, cluster, token);
    const tooltip = resolved?.tooltip;
    assert.ok(typeof tooltip === 'string');
    assert.match(tooltip, /Equal to 1 other row[\s\S]*Where can I see my invoices/);
  });

  test('broken lines and duplicates are problems, rows that only call for a look are not', () => {
    const broken = problems().find(({ range }) => range.start.line === BROKEN_LINE - 1);
    assert.equal(broken?.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(problems().some(({ code }) => code === 'exact-duplicate'));
    assert.ok(!problems().some(({ code }) => code === 'off-distribution'));
  });

  test('the setting decides which flags are problems', async () => {
    await configuration().update('problems', 'all', vscode.ConfigurationTarget.Workspace);
    await until(() => problems().some(({ code }) => code === 'off-distribution'), 'all are listed');
    await configuration().update('problems', 'off', vscode.ConfigurationTarget.Workspace);
    await until(() => problems().length === 0, 'none is listed');
    await configuration().update('problems', undefined, vscode.ConfigurationTarget.Workspace);
    await until(() => problems().length > 0, 'the important ones are listed');
  });

  test('lenses are there only when asked for', async () => {
    const lenses = () =>
      vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        fixture(FILE),
      );
    const ours = async () =>
      (await lenses()).filter(({ command }) => command?.command.startsWith('strata.'));
    assert.deepEqual(await ours(), []);
    await configuration().update('codeLens', true, vscode.ConfigurationTarget.Workspace);
    await until(async () => (await ours()).length > 0, 'lenses');
    const onDuplicate = (await ours()).filter(({ range }) => range.start.line === 1);
    assert.deepEqual(
      onDuplicate.map(({ command }) => command?.command),
      ['strata.showPanel', 'strata.compareWithNearest', 'strata.showRecord', 'strata.dismissFlag'],
    );
    await configuration().update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
  });

  test('a flagged row offers what can be done, other rows nothing', async () => {
    const actionsAt = async (line: number) => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        fixture(FILE),
        new vscode.Range(line - 1, 0, line - 1, 0),
      );
      return found.filter(({ command }) => command?.command.startsWith('strata.'));
    };
    const onDuplicate = await actionsAt(2);
    assert.deepEqual(
      onDuplicate.map(({ command }) => command?.command),
      [
        'strata.compareWithNearest',
        'strata.showRecord',
        'strata.dismissFlag',
        'strata.writeCleanCopy',
      ],
    );
    assert.deepEqual(
      (await actionsAt(BROKEN_LINE)).map(({ command }) => command?.command),
      ['strata.dismissFlag', 'strata.writeCleanCopy'],
    );
    assert.deepEqual(await actionsAt(1), []);
  });

  test('Show Record opens a readable view of the row under the cursor', async () => {
    const editor = await openFixture(FILE);
    editor.selection = new vscode.Selection(9, 0, 9, 0);
    await vscode.commands.executeCommand('strata.showRecord');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^# Line 10 · .* tokens/);
    assert.match(text, /## messages\[0\] · user · 7 tokens\n\nWhere can I see my invoices\?/);
  });

  test('Show Record of a broken line says what was expected', async () => {
    await vscode.commands.executeCommand('strata.showRecord', fixture(FILE), BROKEN_LINE);
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^28: Expected/);
  });

  test('Compare with Nearest Row shows both records in the diff editor', async () => {
    await vscode.commands.executeCommand('strata.compareWithNearest', fixture(FILE), 10);
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.match(input.original.path, /line 10\.json$/);
    assert.match(input.modified.path, /line 2\.json$/);
    const left = await vscode.workspace.openTextDocument(input.original);
    assert.match(left.getText(), /^\{\n {2}"messages": \[\n/);
  });

  test('a record in front stands for its row: commands go on from it, those of the tree too', async () => {
    await closeAll();
    await inspectFixture(FILE);
    await vscode.commands.executeCommand('strata.showRecord', fixture(FILE), 10);
    await vscode.commands.executeCommand('strata.compareWithNearest');
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.match(input.original.path, /line 10\.json$/);
    await vscode.commands.executeCommand('strata.showRecord');
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^# Line 10 /);
  });

  test('Select These Lines puts a cursor on each line of a cluster', async () => {
    const exact = (await children()).find(
      (item) => item.type === 'kind' && item.kind === 'exact-duplicate',
    );
    await vscode.commands.executeCommand('strata.selectLines', exact, [exact]);
    const lines = vscode.window.activeTextEditor?.selections.map(({ start }) => start.line + 1);
    assert.deepEqual(lines, [2, 10]);
  });

  test('Select These Lines takes what a filter of the panel lets pass', async () => {
    const filter = { kinds: ['row-error', 'exact-duplicate'], text: String(BROKEN_LINE) };
    await vscode.commands.executeCommand('strata.selectLines', fixture(FILE), filter);
    const lines = vscode.window.activeTextEditor?.selections.map(({ start }) => start.line + 1);
    assert.deepEqual(lines, [BROKEN_LINE]);
  });

  test('Next Flagged Row of a Kind passes over the others', async () => {
    const editor = await openFixture(FILE);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('strata.nextFlaggedRowOfKind', 'row-error');
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, BROKEN_LINE - 1);
  });

  test('a dismissal in the workspace hides a flag until it is taken back', async () => {
    const bytes = await vscode.workspace.fs.readFile(fixture(FILE));
    const line = Buffer.from(bytes).toString('utf8').split('\n')[BROKEN_LINE - 1]?.trim() ?? '';
    const row = createHash('sha256').update(line).digest('hex').slice(0, 32);
    const isFlagged = async () =>
      ((await strata()).sessions.get(fixture(FILE))?.result?.flaggedLines.at(BROKEN_LINE) ?? [])
        .length > 0;
    const file = fixture('.strata/dismissed.json');
    const text = { version: 1, dismissed: [{ row, kind: 'row-error', note: 'a fixture' }] };
    assert.ok(await isFlagged());
    await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify(text)));
    await until(async () => !(await isFlagged()), 'the flag is hidden');
    const dismissed = (await children()).find((item) => item.type === 'dismissed');
    const [item] = await children(dismissed);
    assert.ok(item?.type === 'flag' && item.isDismissed);
    await vscode.commands.executeCommand('strata.restoreFlag', item);
    await until(isFlagged, 'the flag is back');
    await vscode.workspace.fs.delete(fixture('.strata'), { recursive: true });
  });

  test('what was shown of a file goes when it is closed', async () => {
    await closeAll();
    assert.deepEqual(problems(), []);
    assert.deepEqual(await children(), []);
  });
});
