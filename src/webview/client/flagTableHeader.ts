import type { FlagQuery, FlagSort } from '../protocol.ts';
import type { PageWords } from '../words.ts';
import { element } from './element.ts';
import { icon } from './icons.ts';

export interface FlagTableHeader {
  readonly element: HTMLElement;
  show(sort: FlagQuery['sort']): void;
}

/** The head row: three of its cells sort. The reason's cell sorts by how severe the flag is. */
export function flagTableHeader(
  words: PageWords,
  sort: FlagQuery['sort'],
  onSort: (by: FlagSort) => void,
): FlagTableHeader {
  const columns: readonly {
    readonly by?: FlagSort;
    readonly label: string;
    readonly class: string;
  }[] = [
    { by: 'kind', label: words.kind, class: 'flag-kind' },
    { by: 'line', label: words.line, class: 'flag-line' },
    { by: 'severity', label: words.reason, class: 'flag-reason' },
    { label: words.excerpt, class: 'flag-excerpt' },
  ];
  const cells = columns.map((column) => ({ ...column, cell: headerCell(column, words, onSort) }));
  const row = element(
    'div',
    { role: 'row', class: 'flag-row flag-header', 'aria-rowindex': '1' },
    ...cells.map(({ cell }) => cell),
  );
  const show = ({ by, descending }: FlagQuery['sort']) => {
    for (const { by: own, cell } of cells) {
      if (own === undefined) continue;
      const order = descending ? 'descending' : 'ascending';
      cell.setAttribute('aria-sort', own === by ? order : 'none');
    }
  };
  show(sort);
  return { element: element('div', { role: 'rowgroup', class: 'flag-head' }, row), show };
}

function headerCell(
  column: { readonly by?: FlagSort; readonly label: string; readonly class: string },
  words: PageWords,
  onSort: (by: FlagSort) => void,
): HTMLElement {
  const { by, label } = column;
  const attributes = { role: 'columnheader', class: column.class };
  if (by === undefined) return element('span', attributes, label);
  const hint = by === 'severity' ? words.sortBySeverity : words.sortHint;
  const sorter = element(
    'button',
    { type: 'button', class: 'sorter', title: hint },
    label,
    icon('sort'),
  );
  sorter.addEventListener('click', () => onSort(by));
  return element('span', attributes, sorter);
}
