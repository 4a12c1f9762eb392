import type { ChartConfiguration } from 'chart.js';
import type { GrowthView } from '../protocol.ts';
import { Chart, fontOf, tooltipOf } from './chartSetup.ts';
import type { Theme } from './theme.ts';

/** A line with its interval as a band, dashed where it goes beyond the rows of the file. */
export function growthChart(canvas: HTMLCanvasElement, view: GrowthView, theme: Theme): Chart {
  const { points } = view;
  const along = (value: (point: GrowthView['points'][number]) => number) =>
    points.map((point) => ({ x: point.rows, y: value(point) }));
  const edge = { borderWidth: theme.highContrast ? 1 : 0, pointRadius: 0, pointHitRadius: 0 };
  const observed = points.findLastIndex((point) => !point.extrapolated);
  const config: ChartConfiguration<'line'> = {
    type: 'line',
    data: {
      datasets: [
        {
          data: along((point) => point.value),
          borderColor: theme.series,
          backgroundColor: theme.series,
          borderWidth: 2,
          borderJoinStyle: 'round',
          pointRadius: points.map((_, at) => (at === observed ? 4 : 0)),
          pointHoverRadius: 4,
          segment: {
            borderDash: ({ p1DataIndex }) => (p1DataIndex > observed ? [4, 4] : undefined),
          },
        },
        { ...edge, data: along((point) => point.low), borderColor: theme.series },
        {
          ...edge,
          data: along((point) => point.high),
          borderColor: theme.series,
          // The band is see-through: the line stays readable in it.
          backgroundColor: `color-mix(in srgb, ${theme.series} 25%, transparent)`,
          fill: theme.highContrast ? false : '-1',
        },
      ],
    },
    options: {
      maintainAspectRatio: false,
      animation: false,
      locale: document.documentElement.lang || 'en',
      interaction: { mode: 'index', axis: 'x', intersect: false },
      scales: { x: axis(view.xLabel, theme), y: axis(view.yLabel, theme) },
      plugins: {
        tooltip: {
          ...tooltipOf(theme),
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: {
            title: ([item]) => `${view.xLabel}: ${points[item?.dataIndex ?? 0]?.rowsText ?? ''}`,
            label: ({ dataIndex }) => [
              `${view.yLabel}: ${points[dataIndex]?.valueText ?? ''}`,
              `${view.coverageLabel}: ${points[dataIndex]?.coverageText ?? ''}`,
            ],
          },
        },
      },
    },
  };
  return new Chart(canvas, config);
}

function axis(title: string, theme: Theme) {
  return {
    type: 'linear' as const,
    beginAtZero: true,
    border: { display: false },
    grid: { color: theme.grid, drawTicks: false },
    title: { display: true, text: title, color: theme.muted, font: fontOf(theme, 0.85) },
    ticks: {
      color: theme.muted,
      font: fontOf(theme, 0.85),
      padding: 6,
      maxRotation: 0,
      maxTicksLimit: 6,
      callback: (value: string | number) =>
        Number(value).toLocaleString(document.documentElement.lang || 'en', {
          notation: 'compact',
        }),
    },
  };
}
