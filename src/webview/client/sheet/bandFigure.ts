import type { BandChart } from '../../sheetProtocol.ts';
import { drawLater } from '../charts.ts';
import { tableBehind } from '../tableBehind.ts';
import { tableWithHeader } from '../tableWithHeader.ts';
import { element } from '../element.ts';
import { readTheme } from '../theme.ts';
import { bandChart, seriesMark } from './bandChart.ts';
import type { SheetContext } from './sheetPage.ts';

const HEIGHT_PX = 260;

/** A chart of lines with bands: its title, the key to its lines, the chart, its rule, and the table behind it. */
export function bandFigure(view: BandChart, page: SheetContext): HTMLElement {
  const canvas = element('canvas', { role: 'img', 'aria-label': `${view.title}. ${view.yLabel}` });
  const frame = element('div', { class: 'chart' }, canvas);
  frame.style.height = `${HEIGHT_PX}px`;
  drawLater(canvas, () => bandChart(canvas, view, readTheme()));
  return element(
    'figure',
    { class: 'chart-figure' },
    element('figcaption', { class: 'chart-title' }, view.title),
    view.series.length + view.marked.length > 1 ? keyOf(view) : undefined,
    frame,
    view.legend === undefined ? undefined : element('p', { class: 'muted small' }, view.legend),
    tableBehind(page, () => [tableOf(view, page)]),
  );
}

/** Names beside the marks that the chart draws; colour is never the only sign. */
function keyOf({ series, marked }: BandChart): HTMLElement {
  const entry = (mark: HTMLElement, name: string) => element('li', {}, mark, name);
  return element(
    'ul',
    { class: 'band-key' },
    ...series.map(({ name }, at) =>
      entry(
        element(
          'span',
          { class: `band-mark category-${at + 1}`, 'aria-hidden': 'true' },
          seriesMark(at),
        ),
        name,
      ),
    ),
    ...marked.map(({ kind, label }) =>
      entry(element('span', { class: `band-range range-${kind}`, 'aria-hidden': 'true' }), label),
    ),
  );
}

function tableOf({ title, xLabel, yLabel, series }: BandChart, { words }: SheetContext) {
  const hasBands = series.some(({ points }) => points.some(({ band }) => band));
  const body = series.flatMap(({ name, points }) =>
    points.map(({ xText, yText, band }) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row', dir: 'auto' }, name),
        ...[xText, yText, ...(hasBands ? [band?.text ?? ''] : [])].map((text) =>
          element('td', { class: 'number' }, text),
        ),
      ),
    ),
  );
  return tableWithHeader(
    title,
    [words.series, xLabel, yLabel, ...(hasBands ? [words.band] : [])],
    body,
  );
}
