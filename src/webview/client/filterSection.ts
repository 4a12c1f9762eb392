import type { ComparedLevel, FilterView, RowFilter, SelectionView } from '../rowsProtocol.ts';
import { FILTER_KEYS } from '../rowsProtocol.ts';
import { button, dropdown, textField } from './controls.ts';
import { element, fill } from './element.ts';
import type { PageContext } from './pageContext.ts';

/** No value of a file can be it: drop-downs need a value for "all rows". */
const ALL = '\u0000all';

export interface FilterSection {
  readonly element: HTMLElement;
  offer(filter: FilterView): void;
  show(selection: SelectionView): void;
  /** Measures the rows on these lines, which were chosen on the map. */
  measurePoints(lines: string): void;
}

/** Some of the rows measured again, beside the whole file. */
export function filterSection(page: PageContext): FilterSection {
  const { words } = page;
  let filter: Partial<Record<(typeof FILTER_KEYS)[number], string>> = { ...page.state().rowFilter };
  let offered: FilterView = { choices: [] };
  /** Whether the page is new and the host has not said yet what it has measured. */
  let isNew = true;
  const bar = element('div', { class: 'row-filter', role: 'group', 'aria-label': words.rowFilter });
  const result = element('div', { class: 'selection-result' });

  const apply = () => {
    page.remember({ rowFilter: filter });
    if (FILTER_KEYS.some((key) => filter[key] !== undefined)) {
      page.post({ type: 'measureSelection', ...filter });
    } else clear();
  };
  const clear = () => {
    filter = {};
    page.remember({ rowFilter: filter });
    page.post({ type: 'clearSelection' });
    build();
  };
  const set = (key: keyof RowFilter, value: string | undefined) => {
    if (value === undefined) Reflect.deleteProperty(filter, key);
    else filter[key] = value;
  };
  const build = () => {
    const choices = offered.choices.map(({ key, label, values }) =>
      element(
        'div',
        { class: 'field-choice' },
        element('span', {}, label),
        dropdown(
          label,
          [{ value: ALL, label: words.allRows }, ...values],
          filter[key] ?? ALL,
          (value) => set(key, value === ALL ? undefined : value),
        ),
      ),
    );
    const lines = textField(words.lines, words.linesHint, filter.lines ?? '', (value) =>
      set('lines', value.trim() === '' ? undefined : value.trim()),
    );
    bar.replaceChildren(
      ...choices,
      element('div', { class: 'field-choice' }, element('span', {}, words.lines), lines),
      ...(filter.points === undefined ? [] : [element('span', { class: 'muted' }, words.onTheMap)]),
      button(words.measureRows, { onClick: apply }),
    );
  };
  build();
  return {
    element: element(
      'details',
      { class: 'filter', ...(Object.keys(filter).length > 0 && { open: '' }) },
      element('summary', {}, words.rowFilter),
      bar,
      result,
    ),
    offer: (view) => {
      offered = view;
      build();
    },
    measurePoints: (lines) => {
      filter = { points: lines };
      build();
      apply();
      bar.closest('details')?.setAttribute('open', '');
      bar.scrollIntoView({ block: 'center' });
    },
    show: (selection) => {
      const isKept = FILTER_KEYS.some((key) => page.state().rowFilter[key] !== undefined);
      // The filter outlives the window and the inspection; what was measured with it does not.
      if (isNew && selection.kind === 'none' && isKept) apply();
      isNew = false;
      result.replaceChildren(...selectionResult(selection, page, clear));
    },
  };
}

function selectionResult(
  selection: SelectionView,
  { words }: PageContext,
  clear: () => void,
): HTMLElement[] {
  switch (selection.kind) {
    case 'none':
      return [];
    case 'running': {
      const percent = Math.floor(selection.fraction * 100);
      return [
        element(
          'p',
          { role: 'status' },
          `${words.measuringSelection} ${selection.phase}, ${fill(words.progress, percent)}`,
        ),
        button(words.cancel, { onClick: clear }),
      ];
    }
    case 'failed':
      return [
        element('p', { role: 'alert' }, selection.message),
        button(words.clearSelection, { onClick: clear }),
      ];
    case 'done':
      return [
        element('p', { class: 'sentence', role: 'status' }, selection.sentence),
        element('div', { class: 'cards' }, ...comparedCards(selection.levels, words)),
        button(words.clearSelection, { onClick: clear }),
      ];
  }
}

function comparedCards(
  levels: readonly ComparedLevel[],
  words: PageContext['words'],
): HTMLElement[] {
  const titles = [...new Set(levels.map(({ title }) => title))];
  return titles.map((title) => {
    const fields = levels.filter((level) => level.title === title);
    return element(
      'article',
      { class: 'card compared', 'aria-label': title },
      element('h3', {}, title),
      comparison(
        words,
        fields.map(({ field, headline }) => ({ label: field, ...headline })),
      ),
      ...fields.map(({ field, figures }) =>
        element(
          'details',
          { class: 'small' },
          element('summary', {}, fill(words.figuresOf, field)),
          comparison(words, figures),
        ),
      ),
    );
  });
}

function comparison(
  words: PageContext['words'],
  rows: readonly { readonly label: string; readonly selection: string; readonly whole: string }[],
): HTMLElement {
  const heads = ['', words.selection, words.wholeFile];
  return element(
    'table',
    {},
    element(
      'thead',
      {},
      element('tr', {}, ...heads.map((h) => element('th', { scope: 'col' }, h))),
    ),
    element(
      'tbody',
      {},
      ...rows.map(({ label, selection, whole }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, label),
          element('td', {}, selection),
          element('td', { class: 'muted' }, whole),
        ),
      ),
    ),
  );
}
