import { beforeEach, expect, it, vi } from 'vitest';
import { createFlagHover } from '../../../src/host/flagHover.ts';
import { createFlagLenses } from '../../../src/host/flagLenses.ts';
import { createFlaggedLines } from '../../../src/host/flaggedLines.ts';
import { createRowDecorations } from '../../../src/host/rowDecorations.ts';
import type { Sessions } from '../../../src/host/sessions.ts';
import { flagEntries } from '../../../src/webview/viewModel/flagEntries.ts';
import { sampleReport } from '../webview/sampleReport.ts';

const editor = vi.hoisted(() => ({
  provideCodeLenses: (document: unknown): unknown[] => [document],
  showOthers: (): void => undefined,
  closed: (): void => undefined,
  visible: [] as unknown[],
}));
vi.mock('vscode', () => {
  const some = class {
    appendMarkdown = () => this;
  };
  return {
    ...{ Range: some, Hover: some, CodeLens: some, MarkdownString: some, ThemeColor: some },
    EventEmitter: some,
    Disposable: { from: () => undefined },
    OverviewRulerLane: {},
    l10n: { t: (text: string) => text },
    env: { language: 'en' },
    languages: {
      registerCodeLensProvider: (_: unknown, provider: typeof editor) =>
        (editor.provideCodeLenses = provider.provideCodeLenses),
    },
    window: {
      get visibleTextEditors() {
        return editor.visible;
      },
      createTextEditorDecorationType: () => ({}),
      onDidChangeVisibleTextEditors: (listener: () => void) => (editor.showOthers = listener),
    },
    workspace: { onDidChangeConfiguration: () => undefined },
  };
});

const uri = { path: '/a.jsonl', toString: () => 'file:///a.jsonl' };
const document = { uri, lineCount: 400, lineAt: () => ({ range: {} }) };
const session = {
  uri,
  state: { kind: 'done' },
  fate: 'unchanged',
  result: { report: sampleReport, flaggedLines: createFlaggedLines(flagEntries(sampleReport)) },
};
let open: (typeof session)[];
const sessions = {
  get: () => open[0],
  get all() {
    return open;
  },
  onDidChange: () => undefined,
  onDidClose: (listener: () => void) => (editor.closed = listener),
} as unknown as Sessions;

/** How many rows the hover, the lenses and the marks tell of; undefined for marks that are left as they are. */
function told() {
  const setDecorations = vi.fn((_: unknown, ranges: readonly unknown[]) => ranges.length);
  editor.visible = [{ document, setDecorations }];
  const brokenLine = { line: 16 };
  const hover = createFlagHover(sessions).provideHover(
    document as never,
    brokenLine as never,
    {} as never,
  );
  createFlagLenses(sessions, () => ({ codeLens: true }));
  createRowDecorations(sessions);
  editor.showOthers();
  const marks = setDecorations.mock.results.map(({ value }) => value as number);
  return {
    hover: hover !== undefined,
    lenses: editor.provideCodeLenses(document).length > 0,
    marks: marks.length === 0 ? undefined : marks.some((count) => count > 0),
  };
}

beforeEach(() => {
  session.fate = 'unchanged';
  open = [session];
});

it('tells of flagged rows while the file is the inspected one', () => {
  expect(told()).toEqual({ hover: true, lenses: true, marks: true });
});

it.each(['edited', 'changed-on-disk', 'deleted'])(
  'tells nothing of lines that may be others since the file was %s, and leaves the marks, which move with the text',
  (fate) => {
    session.fate = fate;
    expect(told()).toEqual({ hover: false, lenses: false, marks: undefined });
  },
);

it('takes the marks away when the session is closed', () => {
  told();
  const setDecorations = vi.fn();
  editor.visible = [{ document, setDecorations }];
  open = [];
  editor.closed();
  expect(setDecorations).toHaveBeenCalled();
  for (const [, ranges] of setDecorations.mock.calls) expect(ranges).toEqual([]);
});
