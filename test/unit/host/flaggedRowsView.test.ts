import { expect, it, vi } from 'vitest';
import { createFlaggedRowsView } from '../../../src/host/flaggedRowsView.ts';
import type { SessionChange, SessionState } from '../../../src/host/sessionState.ts';
import type { Sessions } from '../../../src/host/sessions.ts';
import { flagEntries } from '../../../src/webview/viewModel/flagEntries.ts';
import { sampleReport } from '../webview/sampleReport.ts';

vi.mock('vscode', () => ({
  EventEmitter: class {
    event = () => undefined;
    fire = () => undefined;
  },
  l10n: {
    t: (text: string, ...values: string[]) =>
      text.replace(/\{(\d)\}/g, (_, at: string) => values[Number(at)] ?? ''),
  },
  env: { language: 'en' },
  window: { createTreeView: () => ({}) },
  ThemeIcon: Object,
  TreeItem: Object,
  TreeItemCollapsibleState: { None: 0, Collapsed: 1 },
}));

it('counts the lines of a kind, as the badge does, and the clusters that they are listed in', async () => {
  const sessions = { onDidChange: () => undefined, onDidClose: () => undefined };
  const exactClusters = [
    { lines: [1, 2, 3], kept: { line: 1, because: 'first' } },
    { lines: [7, 8], kept: { line: 7, because: 'first' } },
  ] as const;
  const report = {
    ...sampleReport,
    nearDuplicates: { ...sampleReport.nearDuplicates, exactClusters },
  };
  const result = {
    report,
    flags: flagEntries(report),
    dismissed: [],
    flaggedLines: { count: 5 },
  };
  const view = createFlaggedRowsView(sessions as never);
  view.show({ uri: { path: '/a.jsonl' }, state: { kind: 'done', result }, result } as never);
  const told = new Map<string | undefined, unknown>();
  for (const item of (await view.provider.getChildren()) ?? []) {
    const { id, description } = await view.provider.getTreeItem(item);
    told.set(id, description);
  }
  expect(told.get('exact-duplicate')).toBe('5 (clusters: 2)');
  expect(told.get('off-distribution')).toBe(String(sampleReport.offDistribution.length));
});

it('shows what is dismissed also after an inspection that was cancelled', async () => {
  let tell: (event: { session: unknown; change: SessionChange }) => void = () => undefined;
  const sessions = {
    onDidChange: (listener: typeof tell) => (tell = listener),
    onDidClose: () => undefined,
  } as unknown as Sessions;
  const flags = flagEntries(sampleReport);
  const flaggedLines = { count: flags.length };
  const session = {
    uri: { path: '/a.jsonl' },
    state: { kind: 'failed', code: 'cancelled', message: '' } as SessionState,
    result: { report: sampleReport, flags, dismissed: [] as unknown[], flaggedLines },
  };
  const view = createFlaggedRowsView(sessions);
  view.show(session as never);
  const roots = () => view.provider.getChildren() as readonly { readonly type: string }[];
  expect(roots().map(({ type }) => type)).not.toContain('dismissed');
  session.result = { ...session.result, dismissed: flags };
  tell({ session, change: 'flags' });
  expect((await Promise.resolve(roots())).map(({ type }) => type)).toContain('dismissed');
});
