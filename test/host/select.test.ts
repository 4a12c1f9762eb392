import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, openFixture, strata, until } from './support.ts';

suite('choosing rows', () => {
  teardown(closeAll);

  test('a choice is shown in a panel beside random ones, and follows the form', async () => {
    await openFixture('support.jsonl');
    const { sheets } = await strata();
    await vscode.commands.executeCommand('strata.selectSubset', fixture('support.jsonl'));
    const [panel, ...others] = sheets.select.all;
    assert.ok(panel);
    assert.equal(others.length, 0);
    // Of a small file a tenth is chosen at first.
    await until(
      () => panel.view.status.kind === 'done' && /^4 rows chosen/.test(panel.view.status.verdict),
      'a tenth is chosen',
    );
    const ids = () => panel.view.sections.map(({ id }) => id);
    await until(() => ids().includes('levels'), 'the levels are shown');
    assert.deepEqual(ids(), ['form', 'conditions', 'levels', 'map', 'chosen', 'lost']);
    const bars = panel.view.sections.find(({ id }) => id === 'levels')?.bars ?? [];
    assert.equal(bars[0]?.bars.length, 3);
    const actions = () => panel.view.sections[0]?.actions?.map(({ id }) => id) ?? [];
    await until(() => actions().includes('write'), 'the choice can be written');
    await until(() => panel.isPageReady, 'the page is shown');
  });

  test('where to add rows is told with prompts', async () => {
    await openFixture('support.jsonl');
    const { sheets } = await strata();
    await vscode.commands.executeCommand('strata.thin', fixture('support.jsonl'));
    const [panel] = sheets.thin.all;
    assert.ok(panel);
    assert.equal(panel.view.status.kind, 'done', JSON.stringify(panel.view.status));
    for (const { tables = [] } of panel.view.sections) {
      for (const row of tables.flatMap(({ rows }) => rows)) {
        assert.match(row.copy?.text ?? '', /^Write 10 new rows/);
      }
    }
  });
});
