import type { RunsView } from '../../experimentsProtocol.ts';
import { button } from '../controls.ts';
import { element, fill, formatCount } from '../element.ts';
import { lineButton } from '../lineButton.ts';
import type { ExperimentsContext } from './experimentsPage.ts';

const WIDEST_UNITS = 32;
const NARROWEST_UNITS = 5;

/** The table of runs to be edited. It says a cell when the person has settled on it. */
export function runsSection(view: RunsView, page: ExperimentsContext): HTMLElement {
  const { title, note, lineColumn, columns, rows, rest, add } = view;
  const widths = columns.map((_, at) => {
    const longest = Math.max(NARROWEST_UNITS, ...rows.map(({ cells }) => cells[at]?.length ?? 0));
    return Math.min(WIDEST_UNITS, longest);
  });
  const heads = [lineColumn, ...columns.map(({ name }) => name)];
  return element(
    'section',
    { class: 'card runs', 'aria-label': title },
    element('h2', {}, title),
    element('p', { class: 'muted small' }, note),
    element(
      'div',
      { class: 'table-scroll runs-table', tabindex: '0', role: 'group' },
      element(
        'table',
        {},
        element('caption', { class: 'visually-hidden' }, title),
        element(
          'thead',
          {},
          element('tr', {}, ...heads.map((name) => element('th', { scope: 'col' }, name))),
        ),
        element('tbody', {}, ...rows.map((row) => rowOf(row, view, widths, page))),
      ),
    ),
    rest === undefined ? undefined : element('p', { class: 'muted small' }, rest),
    add && addForm(add, page),
  );
}

function rowOf(
  { line, cells }: RunsView['rows'][number],
  { columns, cellLabel }: RunsView,
  widths: readonly number[],
  page: ExperimentsContext,
): HTMLElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, lineButton(line, page)),
    ...columns.map(({ name, place }, at) => {
      const was = cells[at] ?? '';
      const input = element('input', {
        type: 'text',
        id: `cell-${line}-${place}`,
        dir: 'auto',
        value: was,
        'aria-label': fill(cellLabel, name, formatCount(line)),
        size: `${widths[at]}`,
      });
      // A field of one line cannot hold it.
      input.readOnly = /[\r\n]/.test(was);
      input.addEventListener('change', () => {
        page.post({ type: 'setCell', line, place, was, value: input.value.trim() });
      });
      return element('td', {}, input);
    }),
  );
}

function addForm(
  { label, button: text }: NonNullable<RunsView['add']>,
  { post }: ExperimentsContext,
): HTMLElement {
  const id = 'added-run';
  const input = element('input', { type: 'text', id });
  const add = () => {
    const data = input.value.trim();
    if (data === '') return;
    input.value = '';
    post({ type: 'addRun', data });
  };
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') add();
  });
  return element(
    'div',
    { class: 'runs-add' },
    element('label', { for: id }, label),
    input,
    button(text, { onClick: add }),
  );
}
