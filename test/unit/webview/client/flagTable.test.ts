// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageState } from '../../../../src/webview/pageState.ts';
import type { FlagRow, PageToHost } from '../../../../src/webview/protocol.ts';
import { FLAG_KINDS } from '../../../../src/webview/protocol.ts';
import { flagTable } from '../../../../src/webview/client/flagTable.ts';
import { englishPageWords } from '../../../../src/webview/words.ts';

vi.mock('@vscode/webview-ui-toolkit', async () => (await import('./plainToolkit.ts')).plainToolkit);

const ROWS = 100_000;
const ROW_PX = 28;
const VIEWPORT_PX = 10 * ROW_PX;

const rowAt = (index: number): FlagRow | undefined =>
  index < ROWS
    ? {
        id: `near-duplicate-${index}`,
        kind: 'near-duplicate',
        line: index + 1,
        lines: [index + 1, index + 5, index + 9],
        clusterSize: 3,
        similarity: 0.9,
        reason: 'Almost equal to 2 other rows',
        excerpt: '<img src=x onerror=alert(1)><script>alert(1)</script>',
      }
    : undefined;

function openTable() {
  const posted: PageToHost[] = [];
  const sorted: string[] = [];
  let state: PageState = {
    target: '',
    kinds: FLAG_KINDS,
    text: '',
    sort: { by: 'line', descending: false },
    place: { section: '', offsetPx: 0 },
    tableScrollTop: 0,
    activeRow: 0,
    areStepsOpen: true,
    columnWidths: {},
    fieldTabs: {},
    charts: {},
    openFigures: [],
    mapGrouping: 'topic',
    rowFilter: {},
  };
  const need = vi.fn();
  const table = flagTable(
    { rowAt, need, linesOf: (row) => Promise.resolve(row.lines) },
    {
      words: englishPageWords,
      post: (message) => posted.push(message),
      state: () => state,
      remember: (change) => (state = { ...state, ...change }),
    },
    (by) => sorted.push(by),
  );
  document.body.replaceChildren(table.element);
  const grid = table.element.querySelector<HTMLElement>('[role=grid]')!;
  Object.defineProperty(grid, 'clientHeight', { value: VIEWPORT_PX });
  table.refresh(ROWS);
  const active = () => grid.querySelector<HTMLElement>('.flag-body [tabindex="0"]')!;
  return {
    table,
    grid,
    posted,
    sorted,
    need,
    active,
    resize: () => resize(),
    press: (key: string, modifiers: Pick<KeyboardEventInit, 'ctrlKey' | 'metaKey'> = {}) =>
      active().dispatchEvent(new KeyboardEvent('keydown', { key, ...modifiers, bubbles: true })),
    activeRow: () => Number(active().getAttribute('aria-rowindex')) - 2,
  };
}

let resize = () => {};
vi.stubGlobal(
  'ResizeObserver',
  class {
    constructor(callback: () => void) {
      resize = callback;
    }
    observe() {}
  },
);

let opened: ReturnType<typeof openTable>;
beforeEach(() => {
  opened = openTable();
});

describe('the table of flagged rows', () => {
  test('holds only the rows in view of a hundred thousand, and says how many there are', () => {
    expect(opened.grid.getAttribute('aria-rowcount')).toBe(String(ROWS + 1));
    expect(opened.grid.querySelectorAll('.flag-body [role=row]').length).toBeLessThan(40);
    expect(opened.need).toHaveBeenCalledWith(0, 18);
  });

  test('has one row in the tab order', () => {
    expect(opened.grid.querySelectorAll('.flag-body > [tabindex="0"]')).toHaveLength(1);
  });

  test.each([
    [['ArrowDown', 'ArrowDown', 'ArrowUp'], 1],
    [['ArrowUp'], 0],
    [['PageDown'], 8],
    [['PageDown', 'PageUp'], 0],
    [['End'], ROWS - 1],
    [['End', 'ArrowDown', 'Home'], 0],
  ])('goes by %j to row %i', (keys, row) => {
    for (const key of keys) opened.press(key);
    expect(opened.activeRow()).toBe(row);
    expect(document.activeElement).toBe(opened.active());
  });

  test('keeps the active row in view', () => {
    opened.press('End');
    expect(opened.grid.scrollTop).toBe(ROWS * ROW_PX - VIEWPORT_PX);
    expect(opened.active().textContent).toContain('100,000');
  });

  test('shows the line by Enter and by Space and keeps the keys; goes there by Ctrl+Enter', () => {
    opened.press('ArrowDown');
    opened.press('Enter');
    opened.press(' ');
    opened.press('Enter', { ctrlKey: true });
    opened.press('Enter', { metaKey: true });
    expect(opened.posted).toEqual([
      { type: 'openLine', line: 2, preserveFocus: true },
      { type: 'openLine', line: 2, preserveFocus: true },
      { type: 'openLine', line: 2, preserveFocus: false },
      { type: 'openLine', line: 2, preserveFocus: false },
    ]);
  });

  test('goes to the line of the row that is clicked twice', () => {
    const reason = () => opened.grid.querySelector('[data-index="4"] .flag-reason')!;
    for (const type of ['click', 'dblclick']) {
      reason().dispatchEvent(new MouseEvent(type, { bubbles: true }));
    }
    expect(opened.posted).toEqual([
      { type: 'openLine', line: 5, preserveFocus: true },
      { type: 'openLine', line: 5, preserveFocus: false },
    ]);
  });

  test('opens the line of the row that is clicked, and makes it the active one', () => {
    opened.grid.querySelector<HTMLElement>('[data-index="4"] .flag-reason')!.click();
    expect(opened.posted).toEqual([{ type: 'openLine', line: 5, preserveFocus: true }]);
    expect(opened.activeRow()).toBe(4);
  });

  test('steps by n and p through the lines of a cluster, round at the ends', async () => {
    for (const key of ['n', 'n', 'n', 'p']) {
      opened.press(key);
      await Promise.resolve();
      await Promise.resolve();
    }
    expect(opened.posted.map((message) => message.type === 'openLine' && message.line)).toEqual([
      5, 9, 1, 9,
    ]);
    expect(opened.active().textContent).toContain('3/3');
    const spoken = opened.table.element.querySelector('[aria-live]');
    expect(spoken?.textContent).toBe('Line 9, 3 of 3 in its cluster');
  });

  test('keeps the row that is looked at, and the keys with it, when an editor takes half of the width', () => {
    for (let i = 0; i < 9; i++) opened.press('ArrowDown');
    Object.defineProperty(opened.grid, 'clientWidth', { value: 400 });
    opened.resize();
    expect(opened.grid.classList.contains('narrow')).toBe(true);
    expect(opened.activeRow()).toBe(9);
    expect(document.activeElement).toBe(opened.active());
    const narrowRowPx = Number.parseInt(opened.active().style.height);
    expect(opened.grid.scrollTop).toBe(10 * narrowRowPx - VIEWPORT_PX);
  });

  test('says below the table why the active row is flagged, and does what can be done about it', async () => {
    const detail = opened.table.element.querySelector<HTMLElement>('.flag-detail')!;
    opened.press('ArrowDown');
    expect(detail.textContent).toContain('Line 2 · Near-duplicate Almost equal to 2 other rows');
    opened.press('n');
    await Promise.resolve();
    await Promise.resolve();
    expect(detail.textContent).toContain('Line 6');
    opened.posted.length = 0;
    for (const button of detail.querySelectorAll('vscode-button')) (button as HTMLElement).click();
    const ofRow = { type: 'flagCommand', id: 'near-duplicate-1', line: 6 };
    expect(opened.posted).toEqual([
      { ...ofRow, command: 'showRecord' },
      { ...ofRow, command: 'compareWithNearest' },
      { ...ofRow, command: 'dismissFlag' },
    ]);
  });

  test('leaves key combinations to the editor', () => {
    opened.press('p', { metaKey: true });
    opened.press('n', { ctrlKey: true });
    expect(opened.posted).toEqual([]);
  });

  test('asks for another order by its header, and says which one holds', () => {
    const header = () => [...opened.grid.querySelectorAll<HTMLElement>('[role=columnheader]')];
    header()[0]!.querySelector('button')!.click();
    expect(opened.sorted).toEqual(['kind']);
    opened.table.reset({ by: 'kind', descending: true });
    expect(header().map((cell) => cell.getAttribute('aria-sort'))).toEqual([
      'descending',
      'none',
      'none',
      null,
    ]);
  });

  test('shows script in the data as text', () => {
    expect(opened.grid.querySelectorAll('script, img')).toHaveLength(0);
    expect(opened.active().textContent).toContain('<script>alert(1)</script>');
  });
});
