// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { columnWidths } from '../../../../src/webview/client/columnWidths.ts';
import { element } from '../../../../src/webview/client/element.ts';
import { FLAG_COLUMNS, type FlagColumn } from '../../../../src/webview/panelTerms.ts';
import type { PageState } from '../../../../src/webview/pageState.ts';
import { englishPageWords } from '../../../../src/webview/words.ts';

const LEAST_PX = 64;
const TABLE_PX = 1000;
/** The widest text of each column. */
const TEXT_PX: Readonly<Record<FlagColumn, number>> = {
  kind: 110,
  line: 120,
  reason: 520,
  excerpt: 900,
};

let table: HTMLElement;
let state: Pick<PageState, 'columnWidths'>;

/** As the style sheet lays out: 148 and 144 pixels, and two columns that share the rest. */
function layOut(): Record<FlagColumn, number> {
  const asked = (column: FlagColumn) => {
    const value = table.style.getPropertyValue(`--${column}-width`);
    return value === 'max-content' ? TEXT_PX[column] : Number.parseInt(value, 10);
  };
  const [kind, line, reason] = [asked('kind') || 148, asked('line') || 144, asked('reason')];
  const rest = TABLE_PX - kind - line;
  return {
    kind,
    line,
    reason: reason || rest / 2,
    excerpt: Math.max(LEAST_PX, reason ? rest - reason : rest / 2),
  };
}

function cell(column: FlagColumn): HTMLElement {
  const made = element('span', { class: `flag-${column}` });
  made.getBoundingClientRect = () => ({ width: layOut()[column] }) as DOMRect;
  return made;
}

/** @returns the handle of a column */
function open(columnWidthsOfState: PageState['columnWidths'] = {}) {
  state = { columnWidths: columnWidthsOfState };
  const cells = FLAG_COLUMNS.map(cell);
  table = element('div', {}, element('div', { class: 'flag-row flag-header' }, ...cells));
  document.body.replaceChildren(table);
  const widths = columnWidths(table, {
    words: englishPageWords,
    post: () => undefined,
    state: () => state as PageState,
    remember: (change) => (state = { ...state, ...change }),
  });
  const handles = Object.fromEntries(
    FLAG_COLUMNS.slice(0, -1).map((column, at) => {
      const handle = widths.handle(column, column);
      handle.setPointerCapture = () => undefined;
      cells[at]!.append(handle);
      return [column, handle];
    }),
  ) as Record<FlagColumn, HTMLElement>;
  return handles;
}

let handles: Record<FlagColumn, HTMLElement>;
beforeEach(() => (handles = open()));

const press = (column: FlagColumn, key: string, modifiers: KeyboardEventInit = {}) =>
  handles[column].dispatchEvent(
    new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...modifiers }),
  );
const point = (column: FlagColumn, type: string, clientX: number) =>
  handles[column].dispatchEvent(new PointerEvent(type, { clientX, pointerId: 1, bubbles: true }));
function drag(column: FlagColumn, by: number): void {
  point(column, 'pointerdown', 300);
  point(column, 'pointermove', 300 + by / 2);
  point(column, 'pointermove', 300 + by);
}

test('a column is dragged by its edge, and the width is remembered when it is let go', () => {
  drag('kind', 40);
  expect(layOut().kind).toBe(188);
  expect(state.columnWidths).toEqual({});
  point('kind', 'pointerup', 340);
  expect(state.columnWidths).toEqual({ kind: 188 });
  point('kind', 'pointermove', 900);
  expect(layOut().kind).toBe(188);
});

test('a drag that is broken off leaves the width as it was', () => {
  handles = open({ reason: 200 });
  drag('reason', 100);
  press('reason', 'Escape');
  expect(layOut().reason).toBe(200);
  drag('reason', -50);
  point('reason', 'pointercancel', 0);
  expect(state.columnWidths).toEqual({ reason: 200 });
});

test('the arrow keys move the edge; no other column goes below its least width', () => {
  press('line', 'ArrowRight');
  press('line', 'ArrowRight');
  press('line', 'ArrowLeft');
  expect(state.columnWidths).toEqual({ line: 160 });
  press('line', 'Home');
  expect(layOut().line).toBe(LEAST_PX);
  press('reason', 'End');
  expect(layOut()).toMatchObject({ line: LEAST_PX, excerpt: LEAST_PX });
  drag('kind', 500);
  point('kind', 'pointerup', 800);
  expect(layOut().kind).toBe(148);
});

test('Enter and a double click fit a column to its rows, and set one that fits back', () => {
  press('reason', 'Enter');
  expect(state.columnWidths).toEqual({ reason: TEXT_PX.reason });
  press('reason', 'Enter');
  expect(state.columnWidths).toEqual({});
  expect(layOut().reason).toBe((TABLE_PX - 148 - 144) / 2);
  handles.kind.dispatchEvent(new MouseEvent('dblclick'));
  expect(state.columnWidths).toEqual({ kind: TEXT_PX.kind });
});

test('what was remembered is there again, and a screen reader is told the width and its limits', () => {
  handles = open({ kind: 200 });
  expect(layOut().kind).toBe(200);
  handles.kind.focus();
  const told = ['label', 'orientation', 'valuemin', 'valuenow', 'valuemax', 'valuetext'];
  expect(told.map((name) => handles.kind.getAttribute(`aria-${name}`))).toEqual([
    'Width of the column kind',
    'vertical',
    '64',
    '200',
    String(200 + 2 * ((TABLE_PX - 200 - 144) / 2 - LEAST_PX)),
    '200 pixels',
  ]);
  press('kind', 'ArrowRight');
  expect(handles.kind.getAttribute('aria-valuenow')).toBe('216');
});

test('keys with a command, and other keys, are left to the window', () => {
  expect(press('kind', 'ArrowRight', { ctrlKey: true })).toBe(true);
  expect(press('kind', 'Tab')).toBe(true);
  expect(press('kind', 'ArrowRight')).toBe(false);
});
