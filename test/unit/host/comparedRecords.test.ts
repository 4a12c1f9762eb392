import { expect, it, vi } from 'vitest';
import type { RecordThread } from '../../../src/engine/recordThread.ts';
import { createComparedRecords } from '../../../src/host/compare/comparedRecords.ts';

const editor = vi.hoisted(() => ({
  provider: undefined as undefined | { provideTextDocumentContent(uri: unknown): string },
  told: [] as string[],
  columns: [] as number[],
  activeTabGroup: { viewColumn: 1 },
}));
vi.mock('vscode', () => ({
  EventEmitter: class {
    event = 'changes';
    fire = (uri: { toString(): string }) => editor.told.push(uri.toString());
    dispose = () => undefined;
  },
  Uri: {
    from: ({ path, query }: Record<string, string>) => ({ toString: () => `${path}?${query}` }),
  },
  ViewColumn: { One: 1, Two: 2 },
  l10n: { t: (text: string) => text },
  env: { language: 'en' },
  window: {
    tabGroups: {
      get activeTabGroup() {
        return editor.activeTabGroup;
      },
    },
    showTextDocument: (_: unknown, { viewColumn }: { viewColumn: number }) =>
      editor.columns.push(viewColumn),
  },
  workspace: {
    openTextDocument: (uri: unknown) => uri,
    registerTextDocumentContentProvider: (_: string, provider: typeof editor.provider) =>
      (editor.provider = provider),
  },
}));

it('shows a row as it is now where its document is open from a comparison before', async () => {
  const records = createComparedRecords();
  let json = '{"before": 1}';
  const thread = { run: () => Promise.resolve({ json }) } as unknown as RecordThread;
  const row = { thread, uri: { path: '/a.jsonl', toString: () => 'a' } as never, line: 3 };
  await records.show(row);
  json = '{"now": 2}';
  editor.told.length = 0;
  await records.show(row);
  const [address] = editor.told;
  expect(editor.told).toHaveLength(1);
  expect(editor.provider).toHaveProperty('onDidChange', 'changes');
  expect(editor.provider?.provideTextDocumentContent({ toString: () => address })).toBe(json);
});

it('shows a row beside the study, and opens no third column for it', async () => {
  const records = createComparedRecords();
  const thread = { run: () => Promise.resolve({ json: '{}' }) } as unknown as RecordThread;
  const row = { thread, uri: { path: '/a.jsonl', toString: () => 'a' } as never, line: 3 };
  editor.columns.length = 0;
  for (const viewColumn of [1, 2, 3]) {
    editor.activeTabGroup = { viewColumn };
    await records.show(row);
  }
  expect(editor.columns).toEqual([2, 1, 2]);
});
