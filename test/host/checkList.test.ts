import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, inspectFixture, strata, until } from './support.ts';

suite('the check-list', () => {
  teardown(closeAll);

  test('shows what the workspace knows of a file, and follows it', async () => {
    await inspectFixture('support.jsonl');
    const { sheets } = await strata();
    await vscode.commands.executeCommand('strata.showCheckList', fixture('support.jsonl'));
    const [panel] = sheets.checkList.all;
    assert.ok(panel);
    const steps = () => panel.view.sections[0]?.steps ?? [];
    const isDone = (title: RegExp) => steps().find((step) => title.test(step.title))?.isDone;
    await until(() => panel.view.status.kind === 'done', 'the steps are shown');
    assert.equal(steps().length, 7);
    assert.equal(isDone(/^Measure/), true);
    assert.equal(isDone(/^Say which/), false);
    const settings = vscode.workspace.getConfiguration('strata');
    const { Global } = vscode.ConfigurationTarget;
    try {
      await settings.update('references', { '*.jsonl': 'other.jsonl' }, Global);
      await until(() => isDone(/^Say which/) === true, 'the reference is set');
    } finally {
      await settings.update('references', undefined, Global);
    }
    await until(() => isDone(/^Say which/) === false, 'the reference is gone');
  });
});
