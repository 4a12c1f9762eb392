import type { ChartView, GrowthView } from '../protocol.ts';
import { barChart, BAR_ROW_HEIGHT_PX } from './barChart.ts';
import type { Chart } from './chartSetup.ts';
import { chartTable, growthTable } from './chartTable.ts';
import { curveChart } from './curveChart.ts';
import { element } from './element.ts';
import { growthChart } from './growthChart.ts';
import { infoPopover } from './infoPopover.ts';
import type { PageContext } from './pageContext.ts';
import { ringsChart } from './ringsChart.ts';
import { readTheme } from './theme.ts';
import { withInfo } from './withInfo.ts';

const CURVE_HEIGHT_PX = 288;

interface Drawn {
  readonly canvas: HTMLCanvasElement;
  draw(): Chart;
  chart: Chart;
}

/** All charts that were drawn, so that a change of theme or of the page's content finds them. */
const drawnCharts = new Set<Drawn>();

/** A chart with its title, what it leaves out, and the table behind it. It is drawn once it is in the page. */
export function chartFigure(view: ChartView, label: string, page: PageContext): HTMLElement {
  const canvas = element('canvas', { role: 'img', 'aria-label': `${label}. ${view.title}` });
  const frame = element('div', { class: `chart chart-${view.kind}` }, canvas);
  const height = heightPx(view);
  if (height !== undefined) frame.style.height = `${height}px`;
  const openLine = (line: number) => page.post({ type: 'openLine', line, preserveFocus: false });
  drawLater(canvas, () => draw(canvas, view, openLine));
  return element(
    'figure',
    { class: 'chart-figure' },
    element('figcaption', { class: 'chart-title' }, view.title),
    frame,
    view.kind !== 'curve' && view.rest !== undefined
      ? element('p', { class: 'muted small' }, view.rest)
      : undefined,
    chartTable(view, page),
  );
}

/** The growth curve of a level in the same frame. */
export function growthFigure(view: GrowthView, label: string, page: PageContext): HTMLElement {
  const canvas = element('canvas', { role: 'img', 'aria-label': `${label}. ${view.title}` });
  const frame = element('div', { class: 'chart chart-growth' }, canvas);
  frame.style.height = `${CURVE_HEIGHT_PX}px`;
  drawLater(canvas, () => growthChart(canvas, view, readTheme()));
  return element(
    'figure',
    { class: 'chart-figure' },
    element(
      'figcaption',
      { class: 'chart-title' },
      ...withInfo(view.title, infoPopover(view.title, view.explanation, page)),
    ),
    frame,
    element('p', { class: 'muted small' }, view.legend),
    growthTable(view, page),
  );
}

/** Draws once the canvas is in the page. */
export function drawLater(canvas: HTMLCanvasElement, draw: () => Chart): void {
  requestAnimationFrame(() => {
    if (canvas.isConnected) drawnCharts.add({ canvas, draw, chart: draw() });
  });
}

/** Undefined where the style sheet gives the shape. */
function heightPx(view: ChartView): number | undefined {
  switch (view.kind) {
    case 'bars':
      return view.drawn * BAR_ROW_HEIGHT_PX + 8;
    case 'curve':
      return CURVE_HEIGHT_PX;
    case 'rings':
      return undefined;
  }
}

function draw(canvas: HTMLCanvasElement, view: ChartView, openLine: (line: number) => void): Chart {
  switch (view.kind) {
    case 'bars':
      return barChart(canvas, view, readTheme(), openLine);
    case 'curve':
      return curveChart(canvas, view, readTheme());
    case 'rings':
      return ringsChart(canvas, view, readTheme(), openLine);
  }
}

/** Draws what is in the page anew, and lets go of what is not. */
export function redrawCharts(): void {
  releaseCharts();
  for (const drawn of drawnCharts) {
    drawn.chart.destroy();
    drawn.chart = drawn.draw();
  }
}

/** Lets go of the charts whose canvas has left the page. */
export function releaseCharts(): void {
  for (const drawn of drawnCharts) {
    if (drawn.canvas.isConnected) continue;
    drawn.chart.destroy();
    drawnCharts.delete(drawn);
  }
}
