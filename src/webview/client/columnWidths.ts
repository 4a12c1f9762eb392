import { FLAG_COLUMNS, type FlagColumn } from '../protocol.ts';
import { element, fill, formatCount, setAttributes } from './element.ts';
import type { PageContext } from './pageContext.ts';

const LEAST_PX = 64;
const STEP_PX = 16;
/** Columns that share what the others leave, unless they have a width of their own. */
const SHARING: readonly FlagColumn[] = ['reason', 'excerpt'];

export interface ColumnWidths {
  /** What stands at the end of a column's head, to be dragged or moved by keys. @param label the column's name */
  handle(column: FlagColumn, label: string): HTMLElement;
  /** The table is another width now. */
  resized(): void;
}

/**
 * Lets a person set how wide the columns of the table are, all but the last, which has what is left. Widths are properties of the
 * table that its style sheet reads; they are remembered. A double click or Enter fits a column to the rows that are there, and
 * sets one that fits already back to the width it has by itself.
 */
export function columnWidths(table: HTMLElement, page: PageContext): ColumnWidths {
  const handles = new Map<FlagColumn, HTMLElement>();
  const property = (column: FlagColumn) => `--${column}-width`;
  const widthOf = (column: FlagColumn) =>
    Math.round(
      table.querySelector(`.flag-header > .flag-${column}`)?.getBoundingClientRect().width ?? 0,
    );
  const given = () => page.state().columnWidths;

  /** To a column goes what those that share the rest can do without. */
  const most = (column: FlagColumn) => {
    const sharing = SHARING.filter((each) => each !== column && given()[each] === undefined);
    const spare = sharing.map((each) => Math.max(0, widthOf(each) - LEAST_PX));
    return Math.max(LEAST_PX, widthOf(column) + spare.reduce((sum, px) => sum + px, 0));
  };
  const draw = (column: FlagColumn, width: number | undefined) => {
    if (width === undefined) table.style.removeProperty(property(column));
    else table.style.setProperty(property(column), `${width}px`);
  };
  const tell = () => {
    for (const [column, handle] of handles) {
      const width = widthOf(column);
      setAttributes(handle, {
        'aria-valuemin': String(LEAST_PX),
        'aria-valuemax': String(Math.max(width, most(column))),
        'aria-valuenow': String(width),
        'aria-valuetext': fill(page.words.pixels, formatCount(width)),
      });
    }
  };
  const within = (column: FlagColumn, width: number) =>
    Math.round(Math.min(most(column), Math.max(LEAST_PX, width)));
  const keep = (column: FlagColumn, width: number | undefined) => {
    const all: Partial<Record<FlagColumn, number>> = {};
    for (const each of FLAG_COLUMNS) {
      const px = each === column ? width : given()[each];
      if (px !== undefined) all[each] = px;
    }
    page.remember({ columnWidths: all });
    draw(column, width);
    tell();
  };

  /** Each row is a grid of its own: the widest cell of those that are there counts. */
  const fitting = (column: FlagColumn) => {
    const before = table.style.getPropertyValue(property(column));
    table.style.setProperty(property(column), 'max-content');
    const cells = [...table.querySelectorAll(`.flag-row > .flag-${column}`)];
    const widths = cells.map((cell) => Math.ceil(cell.getBoundingClientRect().width));
    table.style.setProperty(property(column), before);
    return within(column, Math.max(0, ...widths));
  };
  const fit = (column: FlagColumn) => {
    const width = fitting(column);
    keep(column, given()[column] === width ? undefined : width);
  };

  const onKey = (column: FlagColumn, event: KeyboardEvent) => {
    const move = (by: number) => keep(column, within(column, widthOf(column) + by));
    const actions: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => move(-STEP_PX),
      ArrowRight: () => move(STEP_PX),
      Home: () => keep(column, LEAST_PX),
      End: () => keep(column, most(column)),
      Enter: () => fit(column),
    };
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  const onDrag = (column: FlagColumn, handle: HTMLElement, down: PointerEvent) => {
    if (down.button !== 0) return;
    // Nothing is marked as text meanwhile; the focus would go with it.
    down.preventDefault();
    handle.focus();
    handle.setPointerCapture(down.pointerId);
    const [start, widest] = [widthOf(column), most(column)];
    const before = given()[column];
    let width = before;
    const move = ({ clientX }: PointerEvent) => {
      width = Math.round(Math.min(widest, Math.max(LEAST_PX, start + clientX - down.clientX)));
      draw(column, width);
    };
    const end = (isKept: boolean) => {
      dragging.abort();
      keep(column, isKept ? width : before);
    };
    const dragging = new AbortController();
    const { signal } = dragging;
    handle.addEventListener('pointermove', move, { signal });
    handle.addEventListener('pointerup', () => end(true), { signal });
    handle.addEventListener('pointercancel', () => end(false), { signal });
    handle.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
  };

  return {
    handle(column, label) {
      const handle = element('div', {
        class: 'column-handle',
        role: 'separator',
        tabindex: '0',
        'aria-orientation': 'vertical',
        'aria-label': fill(page.words.columnWidth, label),
        title: page.words.columnWidthHint,
      });
      handles.set(column, handle);
      draw(column, given()[column]);
      handle.addEventListener('keydown', (event) => onKey(column, event));
      handle.addEventListener('pointerdown', (event) => onDrag(column, handle, event));
      handle.addEventListener('dblclick', () => fit(column));
      handle.addEventListener('focus', tell);
      return handle;
    },
    resized: tell,
  };
}
