import type { LineView, SheetRow, SheetTable } from '../../sheetProtocol.ts';
import { element, fill, formatCount } from '../element.ts';
import { labelCells } from '../labelCells.ts';
import type { SheetContext } from './sheetPage.ts';

const COPIED_SHOWN_MS = 2000;
/** A figure with more characters, such as one with its interval, is not pressed into one word a line. */
const SHORT_FIGURE = 10;
/** One with at most so many, such as two numbers of rows, keeps to one line where there is room; more are a phrase. */
const LONG_FIGURE = 24;

/** A table of a sheet, each row with links to its lines. @param sectionTitle a title that says the same is not repeated */
export function sheetTable(
  { title, header, rows, note, canCompareRows = false }: SheetTable,
  sectionTitle: string,
  page: SheetContext,
): HTMLElement {
  const heads = header.map((head, at) => {
    // A label stands above the end of its figures as they do.
    const isNumber = at > 0 && at < (rows[0]?.cells.length ?? 0);
    return element('th', { scope: 'col', class: isNumber ? 'number' : undefined }, head);
  });
  const body = rows.map((row) => rowOf(row, canCompareRows, page));
  const columns = Math.max(0, ...body.map(({ children }) => children.length));
  const unnamed = Array.from({ length: Math.max(0, columns - heads.length) }, () => element('td'));
  labelCells(body, header);
  const table = element(
    'table',
    {},
    element('caption', { class: 'visually-hidden' }, title),
    element('thead', {}, element('tr', {}, ...heads, ...unnamed)),
    element('tbody', {}, ...body),
  );
  return element(
    'div',
    { class: 'sheet-table' },
    title === sectionTitle ? undefined : element('h3', {}, title),
    rows.length > 0
      ? element('div', { class: 'table-scroll', tabindex: '0', role: 'group' }, table)
      : undefined,
    note === undefined ? undefined : element('p', { class: 'muted' }, note),
  );
}

function rowOf(
  { cells: [name, ...figures], meaning, lines, copy }: SheetRow,
  canCompareRows: boolean,
  page: SheetContext,
): HTMLElement {
  const { words, post } = page;
  const places: HTMLElement[] = lines.map((line) => lineLink(line, page));
  if (canCompareRows && lines.length === 2) {
    places.push(
      link(words.compareRows, words.compareRows, () => post({ type: 'compareRows', rows: lines })),
    );
  }
  if (copy) places.push(copyLink(copy, page));
  return element(
    'tr',
    {},
    element('th', { scope: 'row', dir: 'auto' }, name),
    ...figures.map((figure) => element('td', { class: figureClass(figure) }, figure)),
    meaning === undefined ? undefined : element('td', { class: 'meaning' }, meaning),
    places.length > 0
      ? element('td', {}, element('div', { class: 'places' }, ...places))
      : undefined,
  );
}

function figureClass({ length }: string): string {
  if (length <= SHORT_FIGURE) return 'number';
  return length <= LONG_FIGURE ? 'number long' : 'number long phrase';
}

function lineLink({ file, line }: LineView, { words, files, post }: SheetContext): HTMLElement {
  const number = formatCount(line);
  const { mark = '', name = '' } = files[file] ?? {};
  return link(`${mark} ${number}`.trim(), fill(words.openLineOf, number, name), () =>
    post({ type: 'openLine', file, line }),
  );
}

/** Says for a moment that the text was copied. */
function copyLink(
  { label, text }: NonNullable<SheetRow['copy']>,
  { words, post }: SheetContext,
): HTMLElement {
  const say = (said: string) => {
    created.textContent = said;
    created.setAttribute('aria-label', said);
  };
  const created = link(label, label, () => {
    post({ type: 'copy', text });
    say(words.copied);
    setTimeout(() => say(label), COPIED_SHOWN_MS);
  });
  return created;
}

function link(text: string, label: string, onClick: () => void): HTMLElement {
  // Who speaks what they see, to have it pressed, says the text.
  const spoken = label.includes(text) ? label : `${text}: ${label}`;
  const attributes = { type: 'button', class: 'link', title: label, 'aria-label': spoken };
  const created = element('button', attributes, text);
  created.addEventListener('click', onClick);
  return created;
}
