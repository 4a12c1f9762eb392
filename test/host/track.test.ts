import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, openFixture, strata, until } from './support.ts';

suite('generations', () => {
  teardown(closeAll);

  test('files selected in the explorer are followed in the order of their names', async () => {
    await openFixture('support.jsonl');
    const { sheets } = await strata();
    const [later, first] = [fixture('support.jsonl'), fixture('other.jsonl')];
    await vscode.commands.executeCommand('strata.track', later, [later, first]);
    const [panel] = sheets.track.all;
    assert.ok(panel);
    const { status, files } = panel.view;
    assert.ok(status.kind === 'done', JSON.stringify(status));
    assert.match(status.verdict, /Too few rows/);
    assert.deepEqual(
      files.map(({ name }) => name),
      ['other.jsonl', 'support.jsonl'],
    );
    await until(() => panel.isPageReady, 'the page is shown');
  });
});
