import * as assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, fixture, inspectFixture, openFixture, strata, until } from './support.ts';

/** As few rows as have as many threads as many rows: what takes time is their start. */
const FILE = 'other.jsonl';
const REFERENCE = 'again.jsonl';
/** What is kept is kept each time, so that few tell as much as many. */
const OPENS = 3;
const THREADS = '/proc/self/task';

/** Threads of the operating system that the extension host has: its workers, and a fixed number of its own. */
const threads = () => readdirSync(THREADS).length;

suite('after it was closed', () => {
  suiteSetup(() => vscode.workspace.fs.copy(fixture(FILE), fixture(REFERENCE)));
  suiteTeardown(() => vscode.workspace.fs.delete(fixture(REFERENCE)));
  teardown(closeAll);

  async function openAndClose(): Promise<void> {
    const { panels, sheets } = await strata();
    await inspectFixture(FILE);
    const panel = panels.get(fixture(FILE));
    await until(() => panel?.isPageReady ?? false, 'the page is ready');
    const session = (await strata()).sessions.get(fixture(FILE));
    await until(() => session?.map !== 'pending', 'the map is laid out');
    // Rows are read back in a thread of their own.
    await session?.result?.records.run('readableRecord', { line: 1, encoding: 'o200k_base' });
    await openFixture(FILE);
    await vscode.commands.executeCommand('strata.compare', fixture(FILE), [
      fixture(FILE),
      fixture(REFERENCE),
    ]);
    assert.equal(sheets.compare.all.length, 1);
    await closeAll();
    await until(() => sheets.compare.all.length === 0, 'the comparison is closed');
  }

  test('time and again, no session, panel, tab or thread is left', async function () {
    if (!existsSync(THREADS)) this.skip();
    await openAndClose();
    let least = threads();
    await until(() => {
      const now = threads();
      const isSteady = now === least;
      least = Math.min(least, now);
      return isSteady;
    }, 'the threads have ended');
    for (let i = 0; i < OPENS; i++) await openAndClose();
    const { sessions, panels, sheets, experiments } = await strata();
    assert.deepEqual([...sessions.all], []);
    assert.equal(panels.get(fixture(FILE)), undefined);
    assert.equal(sheets.compare.all.length + sheets.track.all.length, 0);
    assert.equal(experiments.get(fixture('strata-runs.csv')), undefined);
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      [],
    );
    await until(() => threads() <= least, `no more than ${least} threads`);
  });
});
