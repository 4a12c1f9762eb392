import * as assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { FlaggedRowList, InspectionSummary } from '../../src/agents/resultSchemas.ts';
import { TOOL_NAMES } from '../../src/agents/toolInputs.ts';
import { prepare } from '../../src/host/agents/languageModelTools.ts';
import { closeAll, fixture, inspectFixture, openFixture, strata } from './support.ts';

const FILE = 'support.jsonl';

async function invoke(name: string, input: object): Promise<unknown> {
  const { content } = await vscode.lm.invokeTool(name, { toolInvocationToken: undefined, input });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value);
}

suite('tools for agents', () => {
  teardown(closeAll);

  test('they are offered to the editor', async () => {
    await openFixture(FILE);
    await strata();
    const offered = vscode.lm.tools.map(({ name }) => name);
    for (const name of TOOL_NAMES) assert.ok(offered.includes(name), name);
  });

  test('a data set is inspected by its path in the workspace, without a panel or a session', async () => {
    const summary = (await invoke('inspect_dataset', { path: FILE })) as InspectionSummary;
    assert.equal(summary.file.rows, 40);
    assert.equal(summary.flaggedRows['row-error'], 1);
    assert.ok(!JSON.stringify(summary).includes('row-text'));
    assert.equal((await strata()).sessions.get(fixture(FILE)), undefined);
  });

  test('what the panel shows is what an agent gets', async () => {
    const { flags } = await inspectFixture(FILE);
    const list = (await invoke('find_flagged_rows', {
      path: fixture(FILE).fsPath,
    })) as FlaggedRowList;
    assert.equal(list.total, flags.length);
    assert.ok(list.flags.every(({ text }) => text === undefined));
  });

  // Under test, VS Code agrees to every such question by itself: what is asked is looked at instead.
  test('the person is asked before texts of rows go out, and before a file outside is read', async () => {
    const figures = await prepare('inspect_dataset', { path: FILE });
    assert.equal(figures.confirmationMessages, undefined);
    assert.match(JSON.stringify(figures.invocationMessage), /support\.jsonl/);
    const texts = await prepare('find_flagged_rows', { path: FILE, includeText: true });
    assert.match(texts.confirmationMessages?.title ?? '', /texts of rows/);
    assert.match(
      JSON.stringify(texts.confirmationMessages?.message),
      /240 characters .* support\.jsonl/,
    );
    const outside = await prepare('compare_datasets', {
      dataset: FILE,
      reference: join(tmpdir(), 'elsewhere.jsonl'),
    });
    assert.match(outside.confirmationMessages?.title ?? '', /outside of the workspace/);
  });

  test('a file that is not there is told as such', async () => {
    await assert.rejects(invoke('inspect_dataset', { path: 'nowhere.jsonl' }), /nowhere\.jsonl/);
  });
});
