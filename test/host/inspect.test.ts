import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  fixture,
  inspectFixture,
  openFixture,
  resultOf,
  strata,
  until,
} from './support.ts';

const FILE = 'support.jsonl';

suite('inspecting a file', () => {
  teardown(closeAll);

  test('the report finds what was planted', async () => {
    const { report } = await inspectFixture(FILE);
    assert.equal(report.file.rows, 40);
    assert.equal(report.file.shape, 'messages');
    assert.deepEqual(
      report.file.rowErrors.map(({ line, code }) => [line, code]),
      [[28, 'invalid-json']],
    );
    assert.deepEqual(
      report.nearDuplicates.exactClusters.map(({ lines }) => lines),
      [[2, 10]],
    );
    assert.deepEqual(
      report.nearDuplicates.fuzzyClusters.map(({ lines }) => lines),
      [[15, 20]],
    );
    assert.ok(report.offDistribution.some(({ line }) => line === 33));
  });

  test('the panel opens beside the file and its page says that it is ready', async () => {
    await inspectFixture(FILE);
    const { panels } = await strata();
    await until(() => panels.get(fixture(FILE))?.isPageReady ?? false, 'the page is ready');
    const tab = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputWebview);
    assert.equal(tab?.label, `Strata: ${FILE}`);
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.Two);
  });

  test('of a file in the second column the panel opens in the first, and no third is opened', async () => {
    await openFixture('notes.md');
    await vscode.window.showTextDocument(fixture(FILE), { viewColumn: vscode.ViewColumn.Two });
    await vscode.commands.executeCommand('strata.inspect', fixture(FILE));
    const columnsOf = (label: string) =>
      vscode.window.tabGroups.all
        .filter(({ tabs }) => tabs.some((tab) => tab.label.includes(label)))
        .map(({ viewColumn }) => viewColumn);
    await until(() => columnsOf(`Strata: ${FILE}`).length > 0, 'the panel is there');
    assert.deepEqual(columnsOf(`Strata: ${FILE}`), [vscode.ViewColumn.One]);

    // From the tree a record opens beside its file, and the next one in its place.
    for (const line of [2, 3]) {
      await vscode.commands.executeCommand('strata.showRecord', fixture(FILE), line);
      await until(() => columnsOf(`line ${line}`).length > 0, 'the record is there');
      assert.deepEqual(columnsOf(`line ${line}`), [vscode.ViewColumn.One]);
    }
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });

  test('a file that is open nowhere can be inspected by its URI', async () => {
    await closeAll();
    await vscode.commands.executeCommand('strata.inspect', fixture('other.jsonl'));
    assert.equal((await resultOf('other.jsonl')).report.file.rows, 3);
  });

  test('the unsaved text of an editor is inspected', async () => {
    const { document } = await openFixture('other.jsonl');
    const row = '{"messages":[{"role":"user","content":"Count to three."}]}\n';
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), row);
    await vscode.workspace.applyEdit(edit);
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('strata.inspect', document.uri);
    const { report, isUnsaved } = await resultOf('other.jsonl');
    assert.equal(report.file.rows, 4);
    assert.ok(isUnsaved);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('a saved file is inspected again', async () => {
    const { document } = await openFixture('other.jsonl');
    const before = document.getText();
    await inspectFixture('other.jsonl');
    const replaceAll = async (text: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
      await vscode.workspace.applyEdit(edit);
      await document.save();
    };
    const session = (await strata()).sessions.get(document.uri);
    try {
      await replaceAll(`${before}${before}`);
      await until(() => session?.result?.report.file.rows === 6, 'the new rows are measured');
      assert.equal(session?.result?.isUnsaved, false);
    } finally {
      await replaceAll(before);
      await until(() => session?.result?.report.file.rows === 3, 'the old rows are measured');
    }
  });

  test('an inspection can be cancelled, which leaves what the one before has found', async () => {
    await inspectFixture(FILE);
    const { sessions } = await strata();
    const session = sessions.getOrCreate(fixture(FILE));
    const settled = session.inspect();
    await vscode.commands.executeCommand('strata.cancel');
    await settled;
    assert.ok(session.state.kind === 'done' && session.state.isNewerCancelled);
    assert.equal(session.state.result.report.file.rows, 40);
  });

  test('of two inspections begun in a row, the second one counts', async () => {
    await openFixture(FILE);
    const { sessions } = await strata();
    const session = sessions.getOrCreate(fixture(FILE));
    await Promise.all([session.inspect(), session.inspect()]);
    await until(() => session.state.kind === 'done', 'the second is done');
    assert.equal(session.result?.report.file.rows, 40);
  });

  test('a file that is not there is told as such', async () => {
    await vscode.commands.executeCommand('strata.inspect', fixture('nowhere.jsonl'));
    const state = (await strata()).sessions.get(fixture('nowhere.jsonl'))?.state;
    assert.ok(state?.kind === 'failed' && state.code === 'file-not-found');
  });

  test('a file without rows says what was looked for', async () => {
    const uri = fixture('numbers.jsonl');
    await vscode.workspace.fs.writeFile(uri, Buffer.from('1\n{"text": }\n3\n'));
    await vscode.commands.executeCommand('strata.inspect', uri);
    const state = (await strata()).sessions.get(uri)?.state;
    assert.ok(state?.kind === 'failed' && state.code === 'no-usable-row', JSON.stringify(state));
    const problems = vscode.languages.getDiagnostics(uri);
    assert.deepEqual(
      problems.map(({ range: { start } }) => [start.line, start.character]),
      [
        [0, 0],
        [1, 9],
        [2, 0],
      ],
    );
    await vscode.workspace.fs.delete(uri);
  });

  test('what was edited since is told until it is undone, also where unsaved text was inspected', async () => {
    const editor = await openFixture('other.jsonl');
    const uri = fixture('other.jsonl');
    const session = (await strata()).sessions.getOrCreate(uri);
    const type = () =>
      editor.edit((change) => change.insert(new vscode.Position(0, 0), ' '), {
        undoStopBefore: true,
        undoStopAfter: true,
      });
    for (const isUnsaved of [false, true]) {
      if (isUnsaved) await type();
      await session.inspect();
      assert.equal(session.result?.isUnsaved, isUnsaved);
      await type();
      assert.equal(session.fate, 'edited');
      await vscode.commands.executeCommand('undo');
      await until(() => session.fate === 'unchanged', 'the text is the inspected one again');
    }
    await vscode.commands.executeCommand('undo');
    assert.equal(session.fate, 'edited');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('a file that changes on disk afterwards is told to have changed', async () => {
    const uri = fixture('changing.jsonl');
    const text = await vscode.workspace.fs.readFile(fixture('other.jsonl'));
    await vscode.workspace.fs.writeFile(uri, text);
    await vscode.commands.executeCommand('strata.inspect', uri);
    const session = (await strata()).sessions.get(uri);
    assert.equal(session?.fate, 'unchanged');
    await vscode.workspace.fs.writeFile(uri, Buffer.concat([text, text]));
    await until(() => session.fate === 'changed-on-disk', 'the change is noticed');
    await vscode.workspace.fs.delete(uri);
    await until(() => session.fate === 'deleted', 'the deletion is noticed');
  });

  test('fields that the person chose go before the detected ones', async () => {
    const uri = fixture('chosen.jsonl');
    const rows = [1, 2, 3].map((n) => JSON.stringify({ text: `Text ${n}`, note: `Note ${n}` }));
    await vscode.workspace.fs.writeFile(uri, Buffer.from(rows.join('\n')));
    const settings = vscode.workspace.getConfiguration('strata', uri);
    await settings.update('fields.instruction', 'note', vscode.ConfigurationTarget.Global);
    try {
      await vscode.commands.executeCommand('strata.inspect', uri);
      assert.equal((await resultOf('chosen.jsonl')).report.fields.instruction, 'note');
    } finally {
      await settings.update('fields.instruction', undefined, vscode.ConfigurationTarget.Global);
      await vscode.workspace.fs.delete(uri);
    }
  });

  test('a panel that was hidden gets its state back when it is shown again', async () => {
    await inspectFixture(FILE);
    const panel = (await strata()).panels.get(fixture(FILE));
    await until(() => panel?.isPageReady ?? false, 'the page is ready');
    await vscode.window.showTextDocument(fixture('notes.md'), {
      viewColumn: vscode.ViewColumn.Two,
    });
    await until(() => panel?.isVisible === false, 'the panel is hidden');
    assert.equal(panel?.isPageReady, false);
    await vscode.commands.executeCommand('strata.showPanel', fixture(FILE));
    await until(() => panel.isPageReady, 'the page is ready again');
    assert.equal((await resultOf(FILE)).report.file.rows, 40);
  });

  test('a file beyond what VS Code hands to extensions is inspected from its tab', async () => {
    const uri = fixture('large.jsonl');
    const padding = 'x'.repeat(1_000_000);
    const rows = Array.from({ length: 53 }, (_, i) =>
      JSON.stringify({ text: `Sentence number ${i} of many.`, padding }),
    );
    await vscode.workspace.fs.writeFile(uri, Buffer.from(rows.join('\n')));
    try {
      await vscode.commands.executeCommand('vscode.open', uri);
      await until(
        () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'large.jsonl',
        'the file is open',
      );
      assert.equal(vscode.window.activeTextEditor, undefined);
      await vscode.commands.executeCommand('strata.inspect');
      assert.equal((await resultOf('large.jsonl')).report.file.rows, 53);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(uri);
    }
  });
});
