import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, openFixture, strata, until } from './support.ts';

suite('a data set against a reference', () => {
  teardown(closeAll);

  test('two files are compared in a panel of their own', async () => {
    await openFixture('support.jsonl');
    const { comparePanels } = await strata();
    const [dataset, reference] = [fixture('support.jsonl'), fixture('other.jsonl')];
    await vscode.commands.executeCommand('strata.compare', dataset, [dataset, reference]);
    const [panel, ...others] = comparePanels.all;
    assert.ok(panel);
    assert.equal(others.length, 0);
    assert.equal(panel.uris.reference.toString(), reference.toString());
    assert.ok(panel.view.kind === 'done', JSON.stringify(panel.view));
    // The reference has three rows.
    assert.match(panel.view.verdict, /Too few rows/);
    assert.match(panel.view.files[0] ?? '', /support\.jsonl · 39 rows|support\.jsonl · 40 rows/);
    await until(() => panel.isPageReady, 'the page is shown');
  });
});
