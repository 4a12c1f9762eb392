import type { ChartView } from '../protocol.ts';
import { element } from './element.ts';
import { lineButton } from './lineButton.ts';
import type { PageContext } from './pageContext.ts';

/** The same data as the chart's, for eyes and ears that a canvas does not reach. Filled when it is first opened. */
export function chartTable(view: ChartView, page: PageContext): HTMLElement {
  const details = element(
    'details',
    { class: 'chart-table' },
    element('summary', {}, page.words.showAsTable),
  );
  details.addEventListener(
    'toggle',
    () => details.append(view.kind === 'bars' ? barsTable(view, page) : curveTable(view)),
    { once: true },
  );
  return details;
}

function barsTable(view: Extract<ChartView, { kind: 'bars' }>, page: PageContext): HTMLElement {
  const { words } = page;
  const header = [view.nameLabel, view.valueLabel, words.share, words.exampleLines];
  const body = view.bars.map((bar) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row', dir: 'auto' }, bar.name),
      element('td', { class: 'number' }, bar.valueText),
      element('td', { class: 'number' }, bar.shareText),
      element('td', {}, ...bar.lines.map((line) => lineButton(line, page))),
    ),
  );
  return tableWithHeader(view.title, header, body);
}

function curveTable(view: Extract<ChartView, { kind: 'curve' }>): HTMLElement {
  const body = view.points.map((point) =>
    element(
      'tr',
      {},
      element('td', { class: 'number' }, point.xText),
      element('td', { class: 'number' }, point.yText),
    ),
  );
  return tableWithHeader(view.title, [view.xLabel, view.yLabel], body);
}

export function tableWithHeader(
  caption: string,
  header: readonly string[],
  body: readonly HTMLElement[],
) {
  const headerCells = header.map((label) => element('th', { scope: 'col' }, label));
  const content = element(
    'table',
    {},
    element('caption', { class: 'visually-hidden' }, caption),
    element('thead', {}, element('tr', {}, ...headerCells)),
    element('tbody', {}, ...body),
  );
  return element('div', { class: 'table-scroll', tabindex: '0', role: 'group' }, content);
}
