import * as assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
      () => panel.view.status.kind === 'done' && /^Rows chosen: 4 /.test(panel.view.status.verdict),
      'a tenth is chosen',
    );
    const ids = () => panel.view.sections.map(({ id }) => id);
    await until(() => ids().includes('levels'), 'the levels are shown');
    assert.deepEqual(ids(), ['form', 'conditions', 'levels', 'map', 'chosen', 'lost']);
    const bars = panel.view.sections.find(({ id }) => id === 'levels')?.bars ?? [];
    assert.equal(bars[0]?.bars.length, 3);
    const write = () => panel.view.sections[0]?.actions?.find(({ id }) => id === 'write');
    await until(() => write()?.disabled === false, 'the choice can be written');
    await until(() => panel.isPageReady, 'the page is shown');
  });

  test('the choice that is shown is written to the file that the dialog names', async () => {
    await openFixture('support.jsonl');
    const { sheets } = await strata();
    await vscode.commands.executeCommand('strata.selectSubset', fixture('support.jsonl'));
    const [panel] = sheets.select.all;
    assert.ok(panel);
    await until(
      () => panel.view.status.kind === 'done' && /^Rows chosen: 4 /.test(panel.view.status.verdict),
      'a tenth is chosen',
    );
    const folder = mkdtempSync(join(tmpdir(), 'strata-host-'));
    const target = join(folder, 'chosen.jsonl');
    const proposed: (string | undefined)[] = [];
    const { showSaveDialog } = vscode.window;
    const answers = [undefined, vscode.Uri.file(target)];
    vscode.window.showSaveDialog = (options) => {
      proposed.push(options?.defaultUri?.path.split('/').at(-1));
      return Promise.resolve(answers.shift());
    };
    try {
      await panel.act('write');
      assert.throws(() => readFileSync(target), 'nothing is written where the dialog is closed');
      await panel.act('write');
    } finally {
      vscode.window.showSaveDialog = showSaveDialog;
    }
    assert.deepEqual(proposed, ['support.selected.jsonl', 'support.selected.jsonl']);
    const { chosen, settings } = JSON.parse(
      readFileSync(join(folder, 'chosen.jsonl.manifest.json'), 'utf8'),
    ) as { chosen: { line: number }[]; settings: { size: number } };
    assert.equal(settings.size, 4);
    const whole = readFileSync(fixture('support.jsonl').fsPath, 'utf8').split('\n');
    assert.equal(
      readFileSync(target, 'utf8'),
      chosen.map(({ line }) => `${whole[line - 1]!}\n`).join(''),
    );
    rmSync(folder, { recursive: true });
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
