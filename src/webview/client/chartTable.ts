import type { ChartView, GrowthView } from '../protocol.ts';
import { element } from './element.ts';
import { tableBehind } from './tableBehind.ts';
import { tableWithHeader } from './tableWithHeader.ts';
import { lineButton } from './lineButton.ts';
import type { PageContext } from './pageContext.ts';

/** The same data as the chart's, for eyes and ears that a canvas does not reach. Filled when it is first opened. */
export function chartTable(view: ChartView, page: PageContext): HTMLElement {
  return tableBehind(page, () => [tableOf(view, page)]);
}

/** The same for the growth curve, with its intervals where it has any. */
export function growthTable(view: GrowthView, page: PageContext): HTMLElement {
  const { words } = page;
  const ends = view.points.some(({ band }) => band) ? [words.low, words.high] : [];
  const header = [view.xLabel, view.yLabel, ...ends, view.coverageLabel];
  return tableBehind(page, () => {
    const body = view.points.map(({ rowsText, valueText, band, coverageText }) =>
      element(
        'tr',
        {},
        ...[rowsText, valueText, ...(band ? [band.lowText, band.highText] : []), coverageText].map(
          (text) => element('td', { class: 'number' }, text),
        ),
      ),
    );
    const curve = tableWithHeader(view.title, header, body);
    return view.yardsticks ? [curve, ...yardstickTable(view.yardsticks, view, page)] : [curve];
  });
}

function yardstickTable(
  { title, nameLabel, sets }: NonNullable<GrowthView['yardsticks']>,
  { yLabel }: GrowthView,
  { words }: PageContext,
): HTMLElement[] {
  const body = sets.map((set) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, set.name),
      ...[set.valueText, set.lowText, set.highText].map((text) =>
        element('td', { class: 'number' }, text),
      ),
    ),
  );
  return [
    element('p', { class: 'chart-title' }, title),
    tableWithHeader(title, [nameLabel, yLabel, words.low, words.high], body),
  ];
}

function tableOf(view: ChartView, page: PageContext): HTMLElement {
  switch (view.kind) {
    case 'bars':
      return barsTable(view, page);
    case 'curve':
      return curveTable(view);
    case 'rings':
      return ringsTable(view, page);
  }
}

function ringsTable(view: Extract<ChartView, { kind: 'rings' }>, page: PageContext): HTMLElement {
  const header = [view.groupLabel, view.partLabel, view.valueLabel, page.words.exampleLines];
  const body = view.groups.flatMap(({ name, valueText, parts }) => [
    element(
      'tr',
      {},
      element('th', { scope: 'row', dir: 'auto' }, name),
      element('td', {}),
      element('td', { class: 'number' }, valueText),
      element('td', {}),
    ),
    ...parts.map((part) =>
      element(
        'tr',
        {},
        element('td', { dir: 'auto' }, name),
        element('th', { scope: 'row', dir: 'auto' }, part.name),
        element('td', { class: 'number' }, part.valueText),
        element('td', {}, ...part.lines.map((line) => lineButton(line, page))),
      ),
    ),
  ]);
  return tableWithHeader(view.title, header, body);
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
