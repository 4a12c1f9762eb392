import * as assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { closeAll, fixture, resultOf, strata, until } from './support.ts';

const texts = Array.from({ length: 30 }, (_, at) => `Please say what item ${at} of the list is.`);
texts[20] = texts[4]!;
const jsonLines = texts.map((text) => `${JSON.stringify({ text })}\n`);
const csv = `text\n${texts.map((text) => `"${text}\nThank you."\n`).join('')}`;

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'made/table.csv': csv,
  'made/lines.jsonl.gz': gzipSync(jsonLines.join('')),
  // Takes a while to unpack.
  'made/large.jsonl.gz': gzipSync(jsonLines.join('').repeat(20_000)),
  'made/shards/part-2.jsonl': jsonLines.slice(0, 10).join(''),
  'made/shards/part-10.jsonl': jsonLines.slice(10).join(''),
};

const cursorOf = (name: string) => {
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === fixture(name).toString(),
  );
  return editor && editor.selection.active.line + 1;
};

async function inspect(name: string) {
  await vscode.commands.executeCommand('strata.inspect', fixture(name));
  return resultOf(name);
}

const openLine = (name: string, line: number) =>
  vscode.commands.executeCommand('strata.openLine', fixture(name), line);

suite('inspecting other formats', () => {
  suiteSetup(async () => {
    for (const [name, content] of Object.entries(FILES)) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      await vscode.workspace.fs.writeFile(fixture(name), bytes);
    }
  });
  suiteTeardown(() => vscode.workspace.fs.delete(fixture('made'), { recursive: true }));
  teardown(closeAll);

  test('a table: a flagged row opens on its line, is marked there and listed as a problem', async () => {
    const { report, flaggedLines } = await inspect('made/table.csv');
    assert.deepEqual(report.nearDuplicates.exactClusters[0]?.lines, [10, 42]);
    await openLine('made/table.csv', 42);
    await until(() => cursorOf('made/table.csv') === 42, 'the cursor is on line 42');
    assert.ok(flaggedLines.at(42).length > 0);
    const problems = vscode.languages.getDiagnostics(fixture('made/table.csv'));
    assert.ok(problems.some(({ range }) => range.start.line === 41));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      fixture('made/table.csv'),
      new vscode.Position(41, 1),
    );
    const said = hovers.flatMap(({ contents }) =>
      contents.map((content) => (content as vscode.MarkdownString).value),
    );
    assert.match(said.join(' '), /Strata/u);
  });

  test('a folder of shards: a flagged row opens its file', async () => {
    const { report } = await inspect('made/shards');
    assert.deepEqual(
      report.file.parts?.map(({ path }) => path),
      ['part-2.jsonl', 'part-10.jsonl'],
    );
    assert.deepEqual(report.nearDuplicates.exactClusters[0]?.lines, [5, 21]);
    await openLine('made/shards', 21);
    await until(() => cursorOf('made/shards/part-10.jsonl') === 11, 'the cursor is on line 11');
    const problems = vscode.languages.getDiagnostics(fixture('made/shards/part-10.jsonl'));
    assert.ok(problems.some(({ range }) => range.start.line === 10));
  });

  test('a packed file: a flagged row opens as a record, and what was unpacked goes with the panel', async () => {
    const { source, report } = await inspect('made/lines.jsonl.gz');
    assert.deepEqual(report.nearDuplicates.exactClusters[0]?.lines, [5, 21]);
    assert.ok(source.kind === 'converted' && existsSync(source.jsonLinesPath));
    await openLine('made/lines.jsonl.gz', 21);
    await until(
      () => vscode.window.activeTextEditor?.document.uri.scheme === 'strata-record',
      'the record is shown',
    );
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /what item 4 of/u);
    await closeAll();
    await until(() => !existsSync(source.jsonLinesPath), 'what was unpacked is gone');
  });

  test('a comparison says that it unpacks; closed meanwhile, it leaves nothing behind', async () => {
    const temporary = await mkdtemp(join(tmpdir(), 'strata-unpacking-'));
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = temporary;
    try {
      const { sheets } = await strata();
      const [large, small] = [fixture('made/large.jsonl.gz'), fixture('made/lines.jsonl.gz')];
      void vscode.commands.executeCommand('strata.compare', large, small);
      await until(() => {
        const status = sheets.compare.all[0]?.view.status;
        return (
          status?.kind === 'running' && status.phase === 'Unpacking rows' && status.fraction > 0
        );
      }, 'the sheet says that it unpacks');
      assert.ok((await readdir(temporary)).length > 0);
      await closeAll();
      await until(async () => (await readdir(temporary)).length === 0, 'what was unpacked is gone');
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      await rm(temporary, { recursive: true });
    }
  });

  test('a file that cannot be read says why', async () => {
    await vscode.workspace.fs.writeFile(fixture('made/cut.json'), new TextEncoder().encode('[{'));
    await vscode.commands.executeCommand('strata.inspect', fixture('made/cut.json'));
    const state = (await strata()).sessions.get(fixture('made/cut.json'))?.state;
    assert.equal(state?.kind === 'failed' && state.code, 'unusable-input');
    assert.match(state?.kind === 'failed' ? state.message : '', /cut off/u);
  });
});
