import { expect, it, vi } from 'vitest';
import { createExperimentsPanels } from '../../../src/host/experiments/experimentsPanels.ts';
import { createPanels } from '../../../src/host/panels.ts';
import { createSheetPanels } from '../../../src/host/sheet/sheetPanels.ts';
import { createStore } from '../../../src/webview/client/store.ts';

interface Restored {
  deserializeWebviewPanel(panel: unknown, state: unknown): Promise<void>;
}
const editor = vi.hoisted(() => ({
  restorers: new Map<string, unknown>(),
  newPanel: (): unknown => undefined,
}));
vi.mock('vscode', () => {
  const uriOf = (text: string) => ({ path: text.slice(7), toString: () => text });
  const event = () => ({ dispose: () => undefined });
  return {
    EventEmitter: class {
      event = event;
      fire = () => undefined;
    },
    Uri: { parse: uriOf, joinPath: () => uriOf('file:///x') },
    Disposable: { from: event },
    ViewColumn: { Active: -1, Beside: -2 },
    l10n: { t: (text: string) => text },
    env: { language: 'en' },
    window: {
      tabGroups: { all: [], activeTabGroup: {}, onDidChangeTabs: event },
      registerWebviewPanelSerializer: (type: string, restorer: unknown) =>
        editor.restorers.set(type, restorer),
      createWebviewPanel: () => editor.newPanel(),
    },
  };
});
vi.mock('../../../src/webview/panel.ts', () => ({
  PANEL_TYPE: 'strata.panel',
  attachPanel: (panel: { reveal(): void }) => ({ reveal: () => panel.reveal(), dispose: vi.fn() }),
}));
vi.mock('../../../src/host/sheet/attachSheet.ts', () => ({
  attachSheet: () => ({ run: () => Promise.resolve(), dispose: vi.fn() }),
}));
vi.mock('../../../src/host/attachPage.ts', () => ({
  panelOptions: () => ({}),
  attachPage: () => ({ post: vi.fn(), dispose: vi.fn() }),
}));
vi.mock('../../../src/host/experiments/watchTable.ts', () => ({ watchTable: () => ({}) }));
vi.mock('../../../src/host/experiments/readTableText.ts', () => ({
  readTableText: () => new Promise(() => undefined),
}));

const TARGET = 'file:///a.jsonl';
const uri = { path: '/a.jsonl', toString: () => TARGET } as never;
/** What the page of a data set keeps over a reload. */
function keptBy(target: string): object {
  const store = createStore({ getState: () => undefined, setState: () => undefined });
  store.setTarget(target);
  return store.state();
}
const newPanel = () => ({
  reveal: vi.fn(),
  dispose: vi.fn(),
  onDidDispose: vi.fn(),
  onDidChangeViewState: vi.fn(),
});
const session = { state: { kind: 'idle' }, inspect: () => Promise.resolve() };
const tools = { sessions: { getOrCreate: () => session, all: [] }, fieldChoices: {} } as never;

it.each([
  ['strata.panel', keptBy, () => createPanels(tools).show(uri)],
  [
    'strata.select',
    (target: string) => ({ target: [target] }),
    () => createSheetPanels({ panelType: 'strata.select' } as never, tools).show([uri]),
  ],
  [
    'strata.experiments',
    (target: string) => ({ target }),
    () => createExperimentsPanels(tools).show(uri),
  ],
] as const)(
  '%s: a tab that comes back late gives way to the one there is',
  async (type, kept, show) => {
    const there = newPanel();
    editor.newPanel = () => there;
    await show();
    const late = newPanel();
    const restorer = editor.restorers.get(type) as Restored;
    await restorer.deserializeWebviewPanel(late, kept(TARGET));
    expect(late.dispose).toHaveBeenCalledOnce();
    expect(there.reveal).toHaveBeenCalledOnce();
    const other = newPanel();
    await restorer.deserializeWebviewPanel(other, kept('file:///b.jsonl'));
    expect(other.dispose).not.toHaveBeenCalled();
  },
);
