import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, inspectFixture, openFixture, strata, until } from './support.ts';

const HEADER = 'data,size,common-rows,micro-instruction,score';
const RUNS = ['a,100,30,10,1', 'b,100,30,12,2.5', 'c,100,30,15,3', 'd,100,30,19,5.5'];

suite('experiments', () => {
  const table = () => fixture('strata-runs.csv');
  const openTable = () =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === table().toString());
  /** Writes the table, and waits until an editor that still has the last one has it too. */
  const write = async (...lines: readonly string[]) => {
    const text = `${lines.join('\n')}\n`;
    await vscode.workspace.fs.writeFile(table(), new TextEncoder().encode(text));
    await until(() => (openTable()?.getText() ?? text) === text, 'the editor has the new table');
  };
  const read = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(table()));
  const settings = () => vscode.workspace.getConfiguration('strata');

  suiteSetup(() => settings().update('commonRows', 30, vscode.ConfigurationTarget.Global));
  suiteTeardown(async () => {
    await settings().update('commonRows', undefined, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.delete(table());
  });
  teardown(closeAll);

  test('an inspection makes the table where there is none, and fills the row that awaits it', async () => {
    await openFixture('support.jsonl');
    // Of a file that was not inspected yet.
    await vscode.commands.executeCommand('strata.addInspection');
    await until(
      async () => /^data,size,[^\n]*,score\nsupport\.jsonl,/.test(await read().catch(() => '')),
      'a table',
    );
    await write(HEADER, 'support.jsonl,7,,,0.5', ...RUNS);
    await vscode.commands.executeCommand('strata.addInspection', fixture('support.jsonl'));
    await until(
      async () => /\nsupport\.jsonl,7,30,[\d.]+,0\.5\n/.test(await read()),
      'the row is full',
    );
  });

  test('the panel shows a table of runs and follows its editor', async () => {
    await write(HEADER, ...RUNS);
    const editor = await vscode.window.showTextDocument(table());
    await vscode.commands.executeCommand('strata.showExperiments', table());
    const extension = vscode.extensions.getExtension('strata-data.strata');
    await until(() => extension?.isActive ?? false, 'the extension is active');
    const { experiments } = await strata();
    const view = () => experiments.get(table())?.sent?.view;
    await until(() => view()?.levels.length === 1, 'the level is shown');
    assert.equal(view()?.levels[0]?.points.length, 4);
    await editor.edit((edit) => edit.insert(new vscode.Position(5, 0), 'e,100,30,22,6\n'));
    await until(() => view()?.levels[0]?.points.length === 5, 'the panel has followed');
    await editor.document.save();
  });

  test('the next runs are planned, and their data sets made and measured', async () => {
    await vscode.workspace.fs.delete(table()).then(undefined, () => undefined);
    await vscode.commands.executeCommand('strata.planExperiments', undefined, {
      table: table(),
      pool: fixture('support.jsonl'),
      levels: ['micro-instruction'],
      size: 25,
      count: 4,
    });
    const [, ...rows] = (await read()).trimEnd().split('\n');
    assert.equal(rows.length, 4);
    for (const row of rows) {
      const [data, size, commonRows] = row.split(',');
      assert.deepEqual([size, commonRows], ['25', '20']);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(fixture(data!)));
      assert.equal(text.trimEnd().split('\n').length, 25);
      await vscode.workspace.fs.delete(fixture(data!));
      await vscode.workspace.fs.delete(fixture(`${data!}.manifest.json`));
    }
  });

  test('the panel measures the data sets of runs that have no levels', async () => {
    await write('data,score', 'support.jsonl,1', 'gone.jsonl,2');
    await vscode.commands.executeCommand('strata.showExperiments', table());
    const { experiments } = await strata();
    const actions = () => experiments.get(table())?.sent?.view.actions;
    await until(() => actions()?.measure?.includes('1') ?? false, 'the run can be measured');
    await vscode.commands.executeCommand('strata.measureRuns', table());
    assert.match(await read(), /^data,score,size,common-rows,.*\nsupport\.jsonl,1,\d+,30,[\d.]+/);
    await until(
      () => actions() !== undefined && !actions()?.measure,
      'all that are there have levels',
    );
  });

  test('the panel adds the data set that is inspected to its own table', async () => {
    await write(HEADER, ...RUNS);
    await vscode.commands.executeCommand('strata.showExperiments', table());
    await inspectFixture('support.jsonl');
    await vscode.commands.executeCommand('strata.addInspection', undefined, table());
    await until(
      async () => /\nsupport\.jsonl,\d+,30,[\d.]+,\n$/.test(await read()),
      'the row is on disk',
    );
    const { experiments } = await strata();
    const view = () => experiments.get(table())?.sent?.view;
    await until(() => view()?.runs?.rows.length === 5, 'the panel shows the row');
  });

  test('an inspection becomes a row of the table, which undo takes back', async () => {
    await write(HEADER, ...RUNS);
    await inspectFixture('support.jsonl');
    await vscode.commands.executeCommand('strata.addInspection', fixture('support.jsonl'));
    const added = /\nsupport\.jsonl,\d+,30,[\d.]+,\n$/;
    await until(async () => added.test(await read()), 'the row is on disk');
    const before = [HEADER, ...RUNS].join('\n');
    assert.ok((await read()).startsWith(before), 'nothing else has changed');
    await until(
      () => vscode.window.activeTextEditor?.document.uri.toString() === table().toString(),
      'the table is shown',
    );
    await vscode.commands.executeCommand('undo');
    const document = await vscode.workspace.openTextDocument(table());
    await until(() => document.getText() === `${before}\n`, 'the row is gone');
    await document.save();
  });
});
