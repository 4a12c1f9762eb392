import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, openFixture, strata, until } from './support.ts';

suite('a data set against a reference', () => {
  teardown(closeAll);

  test('two files are compared in a panel of their own', async () => {
    await openFixture('support.jsonl');
    const { sheets } = await strata();
    const [dataset, reference] = [fixture('support.jsonl'), fixture('other.jsonl')];
    await vscode.commands.executeCommand('strata.compare', dataset, [dataset, reference]);
    const [panel, ...others] = sheets.compare.all;
    assert.ok(panel);
    assert.equal(others.length, 0);
    assert.equal(panel.uris[1]?.toString(), reference.toString());
    const { status, files } = panel.view;
    assert.ok(status.kind === 'done', JSON.stringify(status));
    // The reference has three rows.
    assert.match(status.verdict, /Too few rows/);
    assert.match(files[0]?.summary ?? '', /support\.jsonl · 39 rows|support\.jsonl · 40 rows/);
    const missing = panel.view.sections.find(({ id }) => id === 'missing')?.tables?.[0];
    if (missing) assert.ok(missing.rows.every(({ cells }) => cells[0] !== ''));
    await until(() => panel.isPageReady, 'the page is shown');
    const map = () => panel.view.sections.find(({ id }) => id === 'map')?.map;
    await until(() => map()?.kind === 'shown', 'both files are on one map');
  });

  test('of two selected files the first selected is the data set, whichever was right-clicked; a button swaps them', async () => {
    await openFixture('support.jsonl');
    const { sheets } = await strata();
    const [first, second] = [fixture('support.jsonl'), fixture('other.jsonl')];
    const addresses = () => sheets.compare.all.map(({ uris }) => uris.map(String));
    await vscode.commands.executeCommand('strata.compare', second, [first, second]);
    assert.deepEqual(addresses(), [[String(first), String(second)]]);
    await sheets.compare.all[0]?.act('swap');
    assert.deepEqual(addresses()[1], [String(second), String(first)]);
    assert.equal(sheets.compare.all[1]?.view.status.kind, 'done');
  });

  test('the reference of a file is that of the first pattern it fits, opened or not', async () => {
    const { sheets } = await strata();
    const settings = vscode.workspace.getConfiguration('strata');
    const { Global } = vscode.ConfigurationTarget;
    const references = {
      '': 'empty.jsonl',
      'deeper/*.jsonl': 'deeper.jsonl',
      '{support,other}.jsonl': 'other.jsonl',
      '**': 'all.jsonl',
    };
    try {
      await settings.update('references', references, Global);
      await vscode.commands.executeCommand('strata.compare', fixture('support.jsonl'));
    } finally {
      await settings.update('references', undefined, Global);
    }
    assert.deepEqual(
      sheets.compare.all.map(({ uris }) => uris[1]?.toString()),
      [fixture('other.jsonl').toString()],
    );
  });
});
