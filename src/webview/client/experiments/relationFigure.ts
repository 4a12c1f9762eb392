import type { RelationView } from '../../experimentsProtocol.ts';
import { drawLater } from '../charts.ts';
import { tableBehind } from '../tableBehind.ts';
import { tableWithHeader } from '../tableWithHeader.ts';
import { element } from '../element.ts';
import { lineButton } from '../lineButton.ts';
import { readTheme } from '../theme.ts';
import type { ExperimentsContext } from './experimentsPage.ts';
import { relationChart } from './relationChart.ts';

const HEIGHT_PX = 260;

/** Score against one column as a card: the sentence, the chart with its band, and the table behind it. */
export function relationFigure(view: RelationView, page: ExperimentsContext): HTMLElement {
  const canvas = element('canvas', {
    role: 'img',
    'aria-label': `${view.title}. ${view.sentence}`,
  });
  const frame = element('div', { class: 'chart' }, canvas);
  frame.style.height = `${HEIGHT_PX}px`;
  drawLater(canvas, () =>
    relationChart(canvas, view, readTheme(), (line) =>
      page.post({ type: 'openLine', line, preserveFocus: false }),
    ),
  );
  return element(
    'figure',
    { class: 'card chart-figure' },
    element('figcaption', {}, element('h3', {}, view.title), element('p', {}, view.sentence)),
    frame,
    view.rest === undefined ? undefined : element('p', { class: 'muted small' }, view.rest),
    tableBehind(page, () => [pointsTable(view, page)]),
  );
}

function pointsTable(view: RelationView, page: ExperimentsContext): HTMLElement {
  const body = view.points.map((point) =>
    element(
      'tr',
      {},
      element('td', {}, lineButton(point.line, page)),
      element('th', { scope: 'row', dir: 'auto' }, point.label),
      ...[point.xText, point.scoreText, point.yText].map((text) =>
        element('td', { class: 'number' }, text),
      ),
    ),
  );
  const { line, data, score } = view.columns;
  return tableWithHeader(view.title, [line, data, view.xLabel, score, view.yLabel], body);
}
