import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, openFixture, strata, until } from './support.ts';

suite('mixing ratio', () => {
  const folder = mkdtempSync(join(tmpdir(), 'strata-mix-'));
  teardown(closeAll);
  suiteTeardown(() => rmSync(folder, { recursive: true }));

  const file = (name: string, subject: string) => {
    const path = join(folder, name);
    const rows = Array.from({ length: 60 }, (_, at) =>
      JSON.stringify({
        text: `The ${subject} of day ${at} was ${at % 7} metres from the ${at % 5}th gate.`,
      }),
    );
    writeFileSync(path, `${rows.join('\n')}\n`);
    return vscode.Uri.file(path);
  };

  test('two files selected in the explorer are mixed at every ratio; a ratio shows figures, rows and weights', async () => {
    await openFixture('support.jsonl');
    const { sheets } = await strata();
    const [generated, real] = [file('generated.jsonl', 'engine'), file('real.jsonl', 'garden')];
    await vscode.commands.executeCommand('strata.mix', real, [generated, real]);
    const [panel] = sheets.mix.all;
    assert.ok(panel);
    const { status, files, sections } = panel.view;
    assert.ok(status.kind === 'done', JSON.stringify(status));
    assert.deepEqual(
      files.map(({ name }) => name),
      ['generated.jsonl', 'real.jsonl'],
    );
    assert.deepEqual(
      sections.map(({ id }) => id),
      ['diversity', 'shift', 'repeats', 'ratio'],
    );
    const [any] = sections[1]?.charts?.[0]?.series ?? [];
    assert.deepEqual(
      any?.points.map(({ x }) => x),
      [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100],
    );
    const [figures, rows, snippets] = sections[3]?.tables ?? [];
    assert.match(figures?.title ?? '', /30/);
    assert.ok((figures?.rows.length ?? 0) >= 3);
    assert.match(rows?.rows[0]?.cells[0] ?? '', /The engine of day/);
    assert.deepEqual([...new Set(rows?.rows.map(({ lines }) => lines[0]?.file))], [0, 1]);
    assert.match(snippets?.rows[2]?.copy?.text ?? '', /probabilities=\[0\.3, 0\.7\]/);
    await until(() => panel.isPageReady, 'the page is shown');
  });
});
