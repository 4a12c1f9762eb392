import type { FlagColumn, FlagQuery, FlagSort } from '../protocol.ts';
import type { PageWords } from '../words.ts';
import type { ColumnWidths } from './columnWidths.ts';
import { element } from './element.ts';
import { icon } from './icons.ts';

export interface FlagTableHeader {
  readonly element: HTMLElement;
  show(sort: FlagQuery['sort']): void;
}

/** The head row: three of its cells sort, and end in what sets how wide they are. The reason's cell sorts by how severe the flag is. */
export function flagTableHeader(
  words: PageWords,
  sort: FlagQuery['sort'],
  onSort: (by: FlagSort) => void,
  widths: ColumnWidths,
): FlagTableHeader {
  const columns: readonly Column[] = [
    { name: 'kind', by: 'kind', label: words.kind },
    { name: 'line', by: 'line', label: words.line },
    { name: 'reason', by: 'severity', label: words.reason },
    { name: 'excerpt', label: words.excerpt },
  ];
  const cells = columns.map((column) => ({
    by: column.by,
    cell: headerCell(column, words, onSort, widths),
  }));
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

interface Column {
  readonly name: FlagColumn;
  /** Absent where the column does not sort. */
  readonly by?: FlagSort;
  readonly label: string;
}

function headerCell(
  { name, by, label }: Column,
  words: PageWords,
  onSort: (by: FlagSort) => void,
  widths: ColumnWidths,
): HTMLElement {
  const attributes = { role: 'columnheader', class: `flag-${name}` };
  if (by === undefined) return element('span', attributes, label);
  const hint = by === 'severity' ? words.sortBySeverity : words.sortHint;
  const sorter = element(
    'button',
    { type: 'button', class: 'sorter', title: hint },
    label,
    icon('sort'),
  );
  sorter.addEventListener('click', () => onSort(by));
  return element('span', attributes, sorter, widths.handle(name, label));
}
