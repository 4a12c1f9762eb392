import type { FlagRow } from '../protocol.ts';
import type { ClusterPosition } from './clusterSteps.ts';
import { element, fill, formatCount } from './element.ts';
import { flagKindLabel } from '../flagKindLabel.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import type { PageContext } from './pageContext.ts';

/** One row of the table; a row that has not come yet says so. */
export function flagTableRow(
  row: FlagRow | undefined,
  position: ClusterPosition | undefined,
  page: PageContext,
  onStep: (by: 1 | -1) => void,
): HTMLElement {
  const { words } = page;
  if (!row || !position) {
    const waiting = element(
      'span',
      { role: 'gridcell', class: 'flag-reason muted' },
      words.loading,
    );
    return element('div', { role: 'row', class: 'flag-row', 'aria-busy': 'true' }, waiting);
  }
  const kind = flagKindLabel(row.kind, words);
  return element(
    'div',
    { role: 'row', class: `flag-row flag-${row.kind}` },
    element('span', { role: 'gridcell', class: 'flag-kind', title: kind }, icon(row.kind), kind),
    element(
      'span',
      { role: 'gridcell', class: 'flag-line' },
      ...lineCell(row, position, page, onStep),
    ),
    element('span', { role: 'gridcell', class: 'flag-reason', title: row.reason }, row.reason),
    element(
      'span',
      { role: 'gridcell', class: 'flag-excerpt', title: row.excerpt },
      element('bdi', {}, row.excerpt),
    ),
  );
}

function lineCell(
  row: FlagRow,
  position: ClusterPosition,
  { words }: PageContext,
  onStep: (by: 1 | -1) => void,
): HTMLElement[] {
  const line = element('span', { class: 'number' }, formatCount(position.line));
  if (row.clusterSize < 2) return [line];
  const place = [position.line, position.index + 1, row.clusterSize].map(formatCount);
  const of = element(
    'span',
    { class: 'cluster-place', title: fill(words.clusterPosition, ...place) },
    `${place[1] ?? ''}/${place[2] ?? ''}`,
  );
  return [
    line,
    element(
      'span',
      { class: 'cluster-steps' },
      stepButton('previous', words.previousLine, () => onStep(-1)),
      of,
      stepButton('next', words.nextLine, () => onStep(1)),
    ),
  ];
}

/** Not in the tab order: n and p do the same from the row. */
function stepButton(name: IconName, label: string, onClick: () => void): HTMLElement {
  const created = element(
    'button',
    { type: 'button', class: 'step', tabindex: '-1', title: label, 'aria-label': label },
    icon(name),
  );
  created.addEventListener('click', (event) => {
    event.stopPropagation();
    onClick();
  });
  return created;
}
