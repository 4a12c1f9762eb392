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
  l10n: { t: (text: string) => text },
  env: { language: 'en' },
  window: { createTreeView: () => ({}) },
}));

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
