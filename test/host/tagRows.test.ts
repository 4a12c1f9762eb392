import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, inspectFixture, strata } from './support.ts';

const FILE = 'support.jsonl';

suite('tagging rows with a language model', () => {
  teardown(closeAll);

  test('an editor without a model says so, and everything stays as it was', async () => {
    const { report } = await inspectFixture(FILE);
    assert.deepEqual(await vscode.lm.selectChatModels(), []);
    await vscode.commands.executeCommand('strata.tagRows', fixture(FILE));
    const session = (await strata()).sessions.get(fixture(FILE));
    assert.equal(session?.rowTags, undefined);
    assert.deepEqual(session?.result?.report, report);
  });
});
