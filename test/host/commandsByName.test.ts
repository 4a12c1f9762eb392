import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, openFixture, strata, until } from './support.ts';

/** What a person asks for by name, in the palette, of a file that was not inspected yet. */
suite('commands that need an inspection', () => {
  teardown(closeAll);

  for (const command of ['writeCleanCopy', 'exportReport']) {
    test(`${command} inspects the file in front first, and shows it`, async () => {
      await openFixture('support.jsonl');
      const done = vscode.commands.executeCommand(`strata.${command}`);
      const { sessions, panels } = await strata();
      const uri = fixture('support.jsonl');
      await until(() => sessions.get(uri)?.result !== undefined, 'the file is inspected');
      assert.ok(panels.get(uri));
      // The question that follows is closed again and again, as it comes a moment after the inspection.
      let isDone = false;
      void done.then(() => (isDone = true));
      await until(async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return isDone;
      }, 'the command gives up');
    });
  }
});
