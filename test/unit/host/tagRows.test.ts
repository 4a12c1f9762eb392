import { expect, it, vi } from 'vitest';
import { tagRows } from '../../../src/host/tagging/tagRows.ts';

vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  window: {
    showInformationMessage: () => Promise.resolve(undefined),
    showQuickPick: () => Promise.resolve(undefined),
  },
}));

it('shows the panel first, without which the findings are let go of with the next tab that is closed', async () => {
  const done: string[] = [];
  const session = {
    uri: 'file:///a.jsonl',
    result: undefined,
    state: { kind: 'idle' },
    inspect: () => Promise.resolve(done.push('inspect')),
  };
  const tag = (models: readonly object[]) =>
    tagRows(
      session as never,
      {
        models: () => Promise.resolve(models),
        showPanel: (uri: unknown) => done.push(String(uri)),
      } as never,
    );
  await tag([]);
  expect(done).toEqual([]);
  await tag([{ id: 'm', name: 'M' }]);
  expect(done).toEqual(['file:///a.jsonl', 'inspect']);
});
