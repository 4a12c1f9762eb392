import type { ChartArea, ChartConfiguration, Plugin } from 'chart.js';
import type { BandChart } from '../../sheetProtocol.ts';
import { axisOf } from '../axisOf.ts';
import { Chart, tooltipOf } from '../chartSetup.ts';
import type { Theme } from '../theme.ts';

type Point = BandChart['series'][number]['points'][number];

const STYLES = [
  { mark: '●', pointStyle: 'circle', dash: [] },
  { mark: '◆', pointStyle: 'rectRot', dash: [6, 4] },
  { mark: '▲', pointStyle: 'triangle', dash: [2, 3] },
  { mark: '■', pointStyle: 'rect', dash: [8, 3, 2, 3] },
] as const;

/** Far enough apart that lines and bands are read through it. */
const HATCH_PX = 10;
const HATCH_ALPHA = 0.5;

const styleOf = (series: number) => STYLES[series % STYLES.length] ?? STYLES[0];

/** The sign of a line, as the key to the chart shows it. */
export const seriesMark = (series: number): string => styleOf(series).mark;

/** Data sets that Chart.js gets for one line: the line, and the two edges of its band. */
const SETS_PER_SERIES = 3;

/** Lines with their bands, over the stretches of the axis that are marked. */
export function bandChart(canvas: HTMLCanvasElement, view: BandChart, theme: Theme): Chart {
  const config: ChartConfiguration<'line'> = {
    type: 'line',
    data: { datasets: view.series.flatMap(({ points }, at) => setsOf(points, at, theme)) },
    options: {
      maintainAspectRatio: false,
      animation: false,
      locale: document.documentElement.lang || 'en',
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: xAxis(view, theme),
        y: { ...axisOf(view.yLabel, theme), beginAtZero: view.fromZero },
      },
      plugins: {
        tooltip: {
          ...tooltipOf(theme),
          filter: ({ datasetIndex }) => datasetIndex % SETS_PER_SERIES === 0,
          callbacks: {
            title: ([item]) => `${view.xLabel}: ${pointOf(view, item)?.xText ?? ''}`,
            label(item) {
              const point = pointOf(view, item);
              const name = view.series[item.datasetIndex / SETS_PER_SERIES]?.name ?? '';
              if (!point) return '';
              const band = point.band ? ` (${point.band.text})` : '';
              return `${name}: ${point.yText}${band}`;
            },
          },
        },
      },
    },
    plugins: [marks(view, theme)],
  };
  return new Chart(canvas, config);
}

function setsOf(points: readonly Point[], series: number, theme: Theme) {
  const colour = theme.categories[series % theme.categories.length] ?? theme.series;
  const { pointStyle, dash } = styleOf(series);
  const along = (value: (point: Point) => number) =>
    points.map((point) => ({ x: point.x, y: value(point) }));
  const edge = {
    borderColor: colour,
    borderWidth: theme.highContrast ? 1 : 0,
    pointRadius: 0,
    pointHitRadius: 0,
  };
  return [
    {
      data: along(({ y }) => y),
      borderColor: colour,
      backgroundColor: theme.ground,
      borderWidth: 2,
      borderDash: [...dash],
      pointStyle,
      pointRadius: 4,
      pointHoverRadius: 6,
      // Points at the ends of the axis are seen whole.
      clip: 8,
    },
    { ...edge, data: along(({ y, band }) => band?.low ?? y) },
    {
      ...edge,
      data: along(({ y, band }) => band?.high ?? y),
      // The band is see-through: the lines stay readable in it.
      backgroundColor: `color-mix(in srgb, ${colour} 20%, transparent)`,
      fill: theme.highContrast ? false : ('-1' as const),
    },
  ];
}

/** Ticks where there are, or will be, points, labelled as the points are. */
function xAxis({ series, marked, xLabel, xPlaces = [] }: BandChart, theme: Theme) {
  const texts = new Map(
    [...xPlaces, ...series.flatMap(({ points }) => points)].map(({ x, xText }) => [x, xText]),
  );
  const places = [...texts.keys(), ...marked.flatMap(({ from, to }) => [from, to])];
  const axis = axisOf(xLabel, theme);
  return {
    ...axis,
    min: Math.min(...places),
    max: Math.max(...places),
    afterBuildTicks(scale: { ticks: { value: number }[] }) {
      scale.ticks = [...texts.keys()].sort((a, b) => a - b).map((value) => ({ value }));
    },
    ticks: {
      ...axis.ticks,
      autoSkip: true,
      maxTicksLimit: 12,
      callback: (value: string | number) => texts.get(Number(value)) ?? '',
    },
  };
}

const pointOf = (
  { series }: BandChart,
  item: { readonly datasetIndex: number; readonly dataIndex: number } | undefined,
): Point | undefined =>
  item && series[Math.floor(item.datasetIndex / SETS_PER_SERIES)]?.points[item.dataIndex];

/**
 * What was found as a tinted stretch between two lines, what was also found as a hatched one, a
 * guide between two dashed lines.
 */
function marks({ marked }: BandChart, theme: Theme): Plugin<'line'> {
  return {
    id: 'marks',
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const { x } = scales;
      if (!x) return;
      ctx.save();
      for (const { from, to, kind } of marked) {
        const [left, right] = [x.getPixelForValue(from), x.getPixelForValue(to)];
        if (kind === 'found' && !theme.highContrast) {
          ctx.fillStyle = theme.track;
          ctx.fillRect(left, chartArea.top, right - left, chartArea.height);
        }
        ctx.strokeStyle = theme.muted;
        ctx.setLineDash([]);
        if (kind === 'also-found') hatch(ctx, chartArea, left, right);
        if (kind === 'guide') ctx.setLineDash([3, 3]);
        else ctx.strokeStyle = theme.foreground;
        for (const at of [left, right]) {
          ctx.beginPath();
          ctx.moveTo(at, chartArea.top);
          ctx.lineTo(at, chartArea.bottom);
          ctx.stroke();
        }
      }
      ctx.restore();
    },
  };
}

function hatch(
  ctx: CanvasRenderingContext2D,
  { top, bottom, height }: ChartArea,
  left: number,
  right: number,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, height);
  ctx.clip();
  ctx.globalAlpha = HATCH_ALPHA;
  ctx.beginPath();
  for (let at = left - height; at < right; at += HATCH_PX) {
    ctx.moveTo(at, bottom);
    ctx.lineTo(at + height, top);
  }
  ctx.stroke();
  ctx.restore();
}
