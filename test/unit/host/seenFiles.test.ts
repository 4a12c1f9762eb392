import { expect, it, vi } from 'vitest';
import { createPanels } from '../../../src/host/panels.ts';

const editor = vi.hoisted(() => ({
  tabs: [] as unknown[],
  tell: (change: unknown): void => void change,
}));
class TextInput {
  readonly uri: unknown;
  constructor(uri: unknown) {
    this.uri = uri;
  }
}
class DiffInput {
  readonly original: unknown;
  readonly modified: unknown;
  constructor(original: unknown) {
    this.original = original;
    this.modified = original;
  }
}
const uriOf = (text: string) => ({ toString: () => text });
vi.mock('vscode', () => {
  const event = () => ({ dispose: () => undefined });
  return {
    EventEmitter: class {
      event = event;
      fire = () => undefined;
    },
    get TabInputText() {
      return TextInput;
    },
    get TabInputTextDiff() {
      return DiffInput;
    },
    TabInputCustom: class {
      readonly isOther = true;
    },
    Uri: { parse: (text: string) => uriOf(text) },
    window: {
      tabGroups: {
        get all() {
          return [{ tabs: editor.tabs }];
        },
        onDidChangeTabs: (listener: typeof editor.tell) => (editor.tell = listener),
      },
      registerWebviewPanelSerializer: event,
    },
  };
});
vi.mock('../../../src/webview/panel.ts', () => ({ PANEL_TYPE: '', attachPanel: vi.fn() }));

const FILE = 'file:///a.jsonl';
const record = { scheme: 'strata-record', query: JSON.stringify({ file: FILE, line: 3 }) };

it.each([
  ['the file', new TextInput(uriOf(FILE)), true],
  ['a record', new TextInput(record), true],
  ['two records side by side', new DiffInput(record), true],
  ['another file', new TextInput(uriOf('file:///b.jsonl')), false],
] as const)('keeps the results of a file while %s is open: %s', (_, input, isKept) => {
  const close = vi.fn();
  createPanels({ sessions: { all: [{ uri: uriOf(FILE) }], close } } as never);
  editor.tabs = [{ input }];
  editor.tell({ closed: [{}] });
  expect(close).toHaveBeenCalledTimes(isKept ? 0 : 1);
});
