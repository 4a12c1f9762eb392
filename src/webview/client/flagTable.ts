import type { FlagQuery, FlagRow, FlagSort } from '../protocol.ts';
import { clusterSteps } from './clusterSteps.ts';
import { columnWidths } from './columnWidths.ts';
import { element, setAttributes } from './element.ts';
import { flagDetail } from './flagDetail.ts';
import { flagTableHeader } from './flagTableHeader.ts';
import { flagTableRow } from './flagTableRow.ts';
import type { FlagSource } from './flagSource.ts';
import type { PageContext } from './pageContext.ts';

/** Below this width a row has three lines instead of four columns. */
const NARROW_PX = 820;
const ROW_PX = 28;
const NARROW_ROW_PX = 68;
const SPARE_ROWS = 8;

export interface FlagTable {
  readonly element: HTMLElement;
  /** Rows have come, or there are other ones now. */
  refresh(total: number): void;
  /**
   * Whether the keys are with the table or with what can be done about its row, or are to be with
   * its row once that has come.
   */
  hasFocus(): boolean;
  /** Gives the keys to the active row once it has come. */
  focus(): void;
  /** Back to the top: other conditions hold. */
  reset(sort: FlagQuery['sort']): void;
}

/**
 * The flagged rows as a grid of fixed row height that holds only the rows in view and the active one. Keyboard: arrows,
 * Page Up and Down, Home and End move; Enter and Space show the line, n and p step through a cluster. All these stay here, so
 * that no key that is meant for the table is typed into the file; Ctrl+Enter and a double click go on in the editor.
 */
export function flagTable(
  source: Pick<FlagSource, 'rowAt' | 'need' | 'linesOf'>,
  page: PageContext,
  onSort: (by: FlagSort) => void,
): FlagTable {
  const { words } = page;
  const body = element('div', { class: 'flag-body', role: 'rowgroup' });
  const spoken = element('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  const viewport = element(
    'div',
    { class: 'flag-viewport', role: 'grid', 'aria-label': words.flags, 'aria-colcount': '4' },
    body,
  );
  const widths = columnWidths(viewport, page);
  const header = flagTableHeader(words, page.state().sort, onSort, widths);
  viewport.prepend(header.element);
  const rendered = new Map<number, { row: FlagRow | undefined; line: HTMLElement }>();
  // The question for a note takes the focus away, and with it what the page knows of it.
  const detail = flagDetail(page, () => (isDismissing = true));
  const steps = clusterSteps(source, page, (text) => (spoken.textContent = text));
  let total = 0;
  let active = page.state().activeRow;
  let isAwaitingFocus = false;
  let isDismissing = false;
  let rowHeight = ROW_PX;
  let restoreScroll: number | undefined = page.state().tableScrollTop;

  const open = (index: number, preserveFocus: boolean) => {
    const row = source.rowAt(index);
    if (row) page.post({ type: 'openLine', line: steps.lineOf(row), preserveFocus });
  };
  const show = () => open(active, true);
  const step = (index: number, by: 1 | -1) => {
    const row = source.rowAt(index);
    if (row) void steps.step(row, by).then(() => redrawRow(index));
  };

  const drawRow = (index: number) => {
    const row = source.rowAt(index);
    const known = rendered.get(index);
    if (known && known.row === row) return known.line;
    const line = flagTableRow(row, row && steps.positionOf(row), page, (by) => step(index, by));
    setAttributes(line, {
      'aria-rowindex': String(index + 2),
      'data-index': String(index),
      tabindex: index === active ? '0' : '-1',
    });
    line.classList.toggle('active', index === active);
    line.style.height = `${rowHeight}px`;
    line.style.transform = `translateY(${index * rowHeight}px)`;
    const hadFocus = known?.line.contains(document.activeElement) ?? false;
    if (known) known.line.replaceWith(line);
    else body.append(line);
    rendered.set(index, { row, line });
    if (hadFocus) line.focus({ preventScroll: true });
    return line;
  };
  const redrawRow = (index: number) => {
    const known = rendered.get(index);
    if (!known) return;
    rendered.set(index, { row: undefined, line: known.line });
    drawRow(index);
    showDetail();
  };

  const draw = () => {
    const first = Math.floor(viewport.scrollTop / rowHeight) - SPARE_ROWS;
    const from = Math.max(0, first);
    const to = Math.min(
      total,
      first + Math.ceil(viewport.clientHeight / rowHeight) + 2 * SPARE_ROWS,
    );
    if (to > from) source.need(from, to);
    for (const [index, { line }] of rendered) {
      if ((index >= from && index < to) || (index === active && active < total)) continue;
      line.remove();
      rendered.delete(index);
    }
    for (let index = from; index < to; index++) drawRow(index);
    if (active < total) drawRow(active);
    showDetail();
  };

  const showDetail = () => {
    const row = active < total ? source.rowAt(active) : undefined;
    detail.show(row, row ? steps.lineOf(row) : 1);
  };

  const resize = () => {
    const narrow = viewport.clientWidth > 0 && viewport.clientWidth < NARROW_PX;
    const height = narrow ? NARROW_ROW_PX : ROW_PX;
    viewport.classList.toggle('narrow', narrow);
    widths.resized();
    if (height === rowHeight) {
      draw();
      return;
    }
    const topRow = viewport.scrollTop / rowHeight;
    const rowsAbove = active - topRow;
    const wasInView = rowsAbove >= 0 && (rowsAbove + 1) * rowHeight <= room();
    const hadFocus = body.contains(document.activeElement);
    rowHeight = height;
    for (const { line } of rendered.values()) line.remove();
    rendered.clear();
    body.style.height = `${total * rowHeight}px`;
    viewport.scrollTop = topRow * rowHeight;
    // A click on a row may open an editor, which takes half of the width: the row is still looked at, and has the keys.
    if (wasInView) scrollTo(active);
    draw();
    if (hadFocus) rendered.get(active)?.line.focus({ preventScroll: true });
  };

  const room = () => viewport.clientHeight - header.element.offsetHeight;
  const scrollTo = (index: number) => {
    const top = index * rowHeight;
    if (top < viewport.scrollTop) viewport.scrollTop = top;
    else if (top + rowHeight > viewport.scrollTop + room()) {
      viewport.scrollTop = top + rowHeight - room();
    }
  };

  const moveTo = (index: number) => {
    const target = Math.max(0, Math.min(total - 1, index));
    const before = rendered.get(active)?.line;
    before?.setAttribute('tabindex', '-1');
    before?.classList.remove('active');
    active = target;
    page.remember({ activeRow: target });
    scrollTo(target);
    draw();
    const line = drawRow(target);
    line.setAttribute('tabindex', '0');
    line.classList.add('active');
    line.focus({ preventScroll: true });
  };

  const pageRows = () => Math.max(1, Math.floor(viewport.clientHeight / rowHeight) - 2);
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const actions = event.ctrlKey || event.metaKey ? commandActions : keyActions;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  const keyActions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moveTo(active + 1),
    ArrowUp: () => moveTo(active - 1),
    PageDown: () => moveTo(active + pageRows()),
    PageUp: () => moveTo(active - pageRows()),
    Home: () => moveTo(0),
    End: () => moveTo(total - 1),
    Enter: show,
    ' ': show,
    n: () => step(active, 1),
    p: () => step(active, -1),
  };
  const commandActions: typeof keyActions = { Enter: () => open(active, false) };

  body.addEventListener('keydown', onKey);
  body.addEventListener('click', (event) => {
    const line = (event.target as Element).closest('[data-index]');
    if (!line) return;
    moveTo(Number(line.getAttribute('data-index')));
    show();
  });
  body.addEventListener('dblclick', () => open(active, false));
  viewport.addEventListener('scroll', () => {
    draw();
    page.remember({ tableScrollTop: Math.round(viewport.scrollTop) });
  });
  new ResizeObserver(resize).observe(viewport);

  const table = element('div', { class: 'flag-table' }, viewport, spoken, detail.element);
  // Whoever is back has answered the question, and may go elsewhere.
  table.addEventListener('focusin', () => (isDismissing = false));
  return {
    element: table,
    hasFocus: () => isAwaitingFocus || isDismissing || table.contains(document.activeElement),
    refresh: (newTotal) => {
      total = newTotal;
      active = Math.min(active, Math.max(0, total - 1));
      viewport.setAttribute('aria-rowcount', String(total + 1));
      body.style.height = `${total * rowHeight}px`;
      if (restoreScroll !== undefined) {
        viewport.scrollTop = restoreScroll;
        restoreScroll = undefined;
      }
      draw();
      if (isAwaitingFocus) rendered.get(active)?.line.focus({ preventScroll: true });
      isAwaitingFocus = false;
    },
    focus: () => {
      isAwaitingFocus = true;
    },
    reset: (sort) => {
      header.show(sort);
      active = 0;
      viewport.scrollTop = 0;
      for (const { line } of rendered.values()) line.remove();
      rendered.clear();
    },
  };
}
