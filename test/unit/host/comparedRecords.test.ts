import { expect, it, vi } from 'vitest';
import type { RecordThread } from '../../../src/engine/recordThread.ts';
import { createComparedRecords } from '../../../src/host/compare/comparedRecords.ts';

const editor = vi.hoisted(() => ({
  provider: undefined as undefined | { provideTextDocumentContent(uri: unknown): string },
  told: [] as string[],
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
  ViewColumn: {},
  l10n: { t: (text: string) => text },
  env: { language: 'en' },
  window: { showTextDocument: () => undefined },
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
