import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, inspectFixture, strata, until } from './support.ts';

/** As the explorer does it when a person gives a file another name. */
async function rename(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(fixture(from), fixture(to));
  assert.ok(await vscode.workspace.applyEdit(edit));
}

const tabLabels = () =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

suite('renames', () => {
  suiteSetup(() =>
    vscode.workspace.fs.copy(fixture('support.jsonl'), fixture('named/first.jsonl')),
  );
  suiteTeardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fixture('renamed'), { recursive: true });
  });

  test('the panel, the flags and what was set go on with a file that has another name', async () => {
    await inspectFixture('named/first.jsonl');
    const { sessions, panels } = await strata();
    const isShown = (name: string) => sessions.get(fixture(name))?.state.kind === 'done';
    await sessions.get(fixture('named/first.jsonl'))?.setThresholds({ near: 0.9, semantic: 0.97 });

    await rename('named/first.jsonl', 'named/second.jsonl');
    await until(() => isShown('named/second.jsonl'), 'it is inspected under its new name');
    assert.equal(panels.get(fixture('named/first.jsonl')), undefined);
    assert.equal(sessions.get(fixture('named/first.jsonl')), undefined);
    assert.ok(panels.get(fixture('named/second.jsonl')));
    const settings = sessions.get(fixture('named/second.jsonl'))?.result?.report.settings;
    assert.deepEqual([settings?.nearDuplicateThreshold, settings?.semanticThreshold], [0.9, 0.97]);
    await until(() => tabLabels().includes('Strata: second.jsonl'), 'the panel has the new name');
    assert.ok(!tabLabels().includes('Strata: first.jsonl'));
    const problems = (name: string) => vscode.languages.getDiagnostics(fixture(name)).length;
    await until(() => problems('named/second.jsonl') > 0, 'problems are of the new name');
    assert.equal(problems('named/first.jsonl'), 0);
    await until(
      () => panels.get(fixture('named/second.jsonl'))?.isPageReady === true,
      'the page is there again',
    );

    await rename('named', 'renamed');
    await until(() => isShown('renamed/second.jsonl'), 'a folder above it was renamed');
    assert.ok(panels.get(fixture('renamed/second.jsonl')));
  });

  test('flags that only the editor shows go on with the file too', async () => {
    const { sessions, panels } = await strata();
    const tab = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ label }) => label === 'Strata: second.jsonl');
    assert.ok(tab);
    await vscode.window.tabGroups.close(tab);
    await rename('renamed/second.jsonl', 'renamed/third.jsonl');
    const third = fixture('renamed/third.jsonl');
    await until(() => sessions.get(third)?.state.kind === 'done', 'it is inspected');
    assert.equal(panels.get(third), undefined);
    assert.equal(sessions.all.length, 1);
  });
});
