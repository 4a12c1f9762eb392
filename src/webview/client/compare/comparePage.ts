import type {
  ComparePageToHost,
  ComparePageWords,
  CompareSection,
  CompareTableRow,
  CompareView,
  HostToComparePage,
  LineView,
} from '../../compareProtocol.ts';
import { element, fill, formatCount } from '../element.ts';
import { pairedBars } from './pairedBars.ts';

type Post = (message: ComparePageToHost) => void;

export interface ComparePage {
  receive(message: HostToComparePage): void;
}

/** The page of a comparison: it shows what the host sends and says what the person does. */
export function createComparePage(root: HTMLElement, post: Post): ComparePage {
  return {
    receive({ view, words, title }) {
      root.replaceChildren(
        element('h1', { class: 'visually-hidden' }, title),
        ...contentOf(view, words, post),
      );
    },
  };
}

function contentOf(view: CompareView, words: ComparePageWords, post: Post): HTMLElement[] {
  switch (view.kind) {
    case 'running': {
      const percent = Math.round(100 * view.fraction);
      const progress = element('progress', { max: '100', value: `${percent}` });
      progress.setAttribute('aria-label', view.phase);
      return [
        element(
          'section',
          { class: 'compare-status', role: 'status' },
          element('p', {}, view.phase),
          progress,
          element('p', { class: 'muted' }, fill(words.progress, percent)),
          button(words.cancel, () => post({ type: 'cancel' })),
        ),
      ];
    }
    case 'failed':
      return [
        element(
          'section',
          { class: 'compare-status', role: 'alert' },
          element('p', {}, view.message),
          button(words.compareAgain, () => post({ type: 'compareAgain' })),
        ),
      ];
    case 'done':
      return [
        element(
          'header',
          { class: 'compare-head' },
          ...view.files.map((file) => element('p', { dir: 'auto' }, file)),
          element(
            'p',
            { class: `compare-verdict${view.isShifted ? ' is-shifted' : ''}` },
            element('span', { 'aria-hidden': 'true' }, view.isShifted ? '▲ ' : '● '),
            view.verdict,
          ),
          element('p', { class: 'muted' }, view.detail),
          button(words.compareAgain, () => post({ type: 'compareAgain' })),
        ),
        navigation(view.sections, words),
        ...view.sections.map((section) => sectionOf(section, words, post)),
      ];
  }
}

function navigation(sections: readonly CompareSection[], words: ComparePageWords): HTMLElement {
  const entries = sections.map(({ id, title }) =>
    element('li', {}, element('a', { href: `#${id}` }, title)),
  );
  return element(
    'nav',
    { class: 'section-nav', 'aria-label': words.sections },
    element('ul', {}, ...entries),
  );
}

function sectionOf(section: CompareSection, words: ComparePageWords, post: Post): HTMLElement {
  const { id, title, note, bars, tables, action } = section;
  return element(
    'section',
    { class: 'compare-section', id, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, title),
    element('p', { class: 'muted' }, note),
    ...bars.map(pairedBars),
    ...tables.map((table) => tableOf(table, title, words, post)),
    action && button(action.label, () => post({ type: action.type })),
  );
}

function tableOf(
  { title, header, rows, note, canCompareRows }: CompareSection['tables'][number],
  sectionTitle: string,
  words: ComparePageWords,
  post: Post,
): HTMLElement {
  const body = rows.map((row) => rowOf(row, canCompareRows ?? false, words, post));
  const heads = header.map((head) => element('th', { scope: 'col' }, head));
  const table = element(
    'table',
    {},
    element('caption', { class: 'visually-hidden' }, title),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...body),
  );
  return element(
    'div',
    { class: 'compare-table' },
    title === sectionTitle ? undefined : element('h3', {}, title),
    rows.length > 0 ? element('div', { class: 'table-scroll', tabindex: '0' }, table) : undefined,
    note === undefined ? undefined : element('p', { class: 'muted' }, note),
  );
}

function rowOf(
  { cells: [name, ...figures], meaning, lines }: CompareTableRow,
  canCompareRows: boolean,
  words: ComparePageWords,
  post: Post,
): HTMLElement {
  const [own, other] = lines;
  const both =
    canCompareRows && own && other
      ? link(words.compareRows, words.compareRows, () =>
          post({ type: 'compareRows', ...linesOfBoth(own, other) }),
        )
      : undefined;
  return element(
    'tr',
    {},
    element('th', { scope: 'row', dir: 'auto' }, name),
    ...figures.map((figure) => element('td', { class: 'number' }, figure)),
    meaning === undefined ? undefined : element('td', {}, meaning),
    lines.length > 0
      ? element('td', {}, ...lines.map((line) => lineLink(line, words, post)), both)
      : undefined,
  );
}

function linesOfBoth(own: LineView, other: LineView) {
  return own.in === 'dataset'
    ? { line: own.line, referenceLine: other.line }
    : { line: other.line, referenceLine: own.line };
}

function lineLink(line: LineView, words: ComparePageWords, post: Post): HTMLElement {
  const number = formatCount(line.line);
  const label = fill(words.openLine[line.in], number);
  const shown = line.in === 'dataset' ? `A ${number}` : `B ${number}`;
  return link(shown, label, () => post({ type: 'openLine', ...line }));
}

function link(text: string, label: string, onClick: () => void): HTMLElement {
  const attributes = { type: 'button', class: 'link', title: label, 'aria-label': label };
  const created = element('button', attributes, text);
  created.addEventListener('click', onClick);
  return created;
}

function button(text: string, onClick: () => void): HTMLElement {
  const created = element('button', { type: 'button', class: 'compare-button' }, text);
  created.addEventListener('click', onClick);
  return created;
}
