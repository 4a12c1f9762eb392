// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { SheetControl } from '../../../../src/webview/sheetControls.ts';
import type { SheetSection } from '../../../../src/webview/sheetProtocol.ts';
import { createSheetPage } from '../../../../src/webview/client/sheet/sheetPage.ts';
import { englishSheetWords } from '../../../../src/webview/sheetWords.ts';

vi.mock('@vscode/webview-ui-toolkit', async () => (await import('./plainToolkit.ts')).plainToolkit);

let show: (section: Partial<SheetSection>) => void;
const find = (id: string) => document.querySelector<HTMLInputElement>(`#${id}`)!;
const size = (value: string): SheetControl => ({ kind: 'field', id: 'size', label: 'Rows', value });
const keep: SheetControl = { kind: 'field', id: 'keep', label: 'Lines to keep', value: '1-3' };

beforeEach(() => {
  const root = document.createElement('main');
  document.body.replaceChildren(root);
  const page = createSheetPage(root, () => undefined);
  show = (section) =>
    page.receive({
      type: 'state',
      target: ['file:///a.jsonl'],
      title: 'Rows of a',
      words: { ...englishSheetWords, again: 'Choose again' },
      view: {
        status: { kind: 'done', verdict: 'Chosen.', detail: '', isConcern: false },
        files: [],
        sections: [{ id: 'form', title: 'Form', note: '', ...section }],
      },
    });
});

test('a control that is made anew keeps the focus and the caret', () => {
  show({ controls: [size('100')] });
  const before = find('control-size');
  before.focus();
  before.setSelectionRange(2, 2);
  show({ controls: [size('200')] });
  const after = find('control-size');
  expect(after).not.toBe(before);
  expect(document.activeElement).toBe(after);
  expect(after.selectionStart).toBe(2);
});

test('what is typed stays when another control, a button or the rest of the section changes', () => {
  show({ controls: [size('1'), keep] });
  const typed = find('control-keep');
  typed.focus();
  typed.value = '1-30';
  const actions = [{ id: 'write', label: 'Write…', disabled: true }];
  show({ controls: [size('2'), keep], note: 'Another sentence.', actions });
  expect(find('control-size').value).toBe('2');
  expect(find('control-keep')).toBe(typed);
  expect(typed.value).toBe('1-30');
  expect(document.activeElement).toBe(typed);
  expect(find('action-write').hasAttribute('disabled')).toBe(true);
});

test('what the host says back does not undo what was set after it, and what the host sets is shown', () => {
  show({ controls: [size('100'), keep] });
  const field = find('control-size');
  for (const value of ['90', '80']) {
    field.value = value;
    field.dispatchEvent(new Event('change'));
  }
  show({ controls: [size('90'), keep] });
  expect(find('control-size').value).toBe('80');
  show({ controls: [size('80'), keep] });
  expect(find('control-size')).toBe(field);
  expect(field.value).toBe('80');
  show({ controls: [size('100'), keep] });
  expect(find('control-size').value).toBe('100');
});
