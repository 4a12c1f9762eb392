import type { SlopeRowView, SlopesView } from '../../experimentsProtocol.ts';
import { tableWithHeader } from '../tableWithHeader.ts';
import { element } from '../element.ts';
import type { ExperimentsContext } from './experimentsPage.ts';
import { explainedList } from '../explainedList.ts';

/** Every slope with its intervals on one axis: the table is the chart, so that eyes and ears read the same. */
export function slopesSection(view: SlopesView, page: ExperimentsContext): HTMLElement {
  const { level, basis, chart, mean, low, high, probability, predictive } = view.columns;
  const table = tableWithHeader(
    view.title,
    [level, basis, chart, mean, low, high, probability, predictive],
    view.rows.map((row) => slopeRow(row, view.zero)),
  );
  table.classList.add('slopes');
  return element(
    'section',
    { class: 'card', 'aria-label': view.title },
    element('h2', {}, view.title),
    table,
    element('p', { class: 'muted small' }, view.legend),
    explainedList(view.explained, page),
  );
}

function slopeRow(row: SlopeRowView, zero: number): HTMLElement {
  const number = (text: string) => element('td', { class: 'number' }, text);
  return element(
    'tr',
    { class: row.isTold ? 'slope-told' : undefined },
    element('th', { scope: 'row' }, row.level),
    element('td', {}, row.basis),
    row.absence === undefined
      ? element('td', {}, track(row, zero))
      : element('td', { class: 'muted' }, row.absence),
    number(row.meanText),
    number(row.lowText),
    number(row.highText),
    number(row.probabilityText),
    number(row.predictiveText),
  );
}

function track({ places, isTogether }: SlopeRowView, zero: number): HTMLElement {
  const [low95 = 0, low68 = 0, mean = 0, high68 = 0, high95 = 0] = places;
  return element(
    'div',
    { class: isTogether ? 'slope-track slope-together' : 'slope-track', 'aria-hidden': 'true' },
    mark('slope-zero', zero),
    mark('slope-95', low95, high95),
    mark('slope-68', low68, high68),
    mark('slope-mean', mean),
  );
}

function mark(name: string, from: number, to?: number): HTMLElement {
  const span = element('span', { class: name });
  span.style.left = percent(from);
  if (to !== undefined) span.style.width = percent(to - from);
  return span;
}

const percent = (share: number): string => `${100 * share}%`;
