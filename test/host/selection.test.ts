import * as assert from 'node:assert/strict';
import type { RowsToPage, SelectionView } from '../../src/webview/rowsProtocol.ts';
import { createRowsPanel } from '../../src/webview/rowsPanel.ts';
import { closeAll, fixture, inspectFixture, strata, until } from './support.ts';

const FILE = 'support.jsonl';

suite('some rows beside the whole', () => {
  teardown(closeAll);

  test('are measured as the page asks for them, and no longer once it clears them', async () => {
    const whole = await inspectFixture(FILE);
    const session = (await strata()).sessions.get(fixture(FILE));
    assert.ok(session);
    const posted: RowsToPage[] = [];
    const rows = createRowsPanel(session, (message) => posted.push(message));
    const listening = session.onDidChange((change) => {
      if (change === 'selection') rows.postSelection();
    });
    const shown = (): SelectionView | undefined =>
      posted.flatMap((message) => (message.type === 'selection' ? [message.selection] : [])).at(-1);
    try {
      // Line 28 is broken: it is no row.
      await rows.handle({ type: 'measureSelection', lines: '21-30' });
      await until(() => shown()?.kind !== 'running', 'the selection is measured');
      const { selection } = session;
      assert.ok(selection.kind === 'done', JSON.stringify(selection));
      assert.equal(selection.report.file.rows, 9);
      const view = shown();
      assert.ok(view?.kind === 'done');
      assert.match(view.sentence, /\b9\b.*\b40\b/);
      assert.equal(session.result, whole);

      await rows.handle({ type: 'measureSelection', lines: '28' });
      assert.equal(shown()?.kind, 'failed');

      await rows.handle({ type: 'clearSelection' });
      assert.deepEqual(shown(), { kind: 'none' });
    } finally {
      listening.dispose();
    }
  });
});
