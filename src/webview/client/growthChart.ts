import type { ChartConfiguration } from 'chart.js';
import type { GrowthView } from '../protocol.ts';
import { axisOf } from './axisOf.ts';
import { Chart, tooltipOf } from './chartSetup.ts';
import type { Theme } from './theme.ts';

/** Places of the data sets that a hover speaks of. */
const CURVE = 0;
const YARDSTICKS = 3;

/** A line with its interval as a band, dashed where it goes beyond the rows of the file; public sets as diamonds. */
export function growthChart(canvas: HTMLCanvasElement, view: GrowthView, theme: Theme): Chart {
  const { points } = view;
  const along = (end: 'low' | 'high') =>
    points.flatMap(({ rows, band }) => (band ? [{ x: rows, y: band[end] }] : []));
  const edge = { borderWidth: theme.highContrast ? 1 : 0, pointRadius: 0, pointHitRadius: 0 };
  const sets = (view.yardsticks?.sets ?? []).filter(({ drawn }) => drawn);
  const observed = points.findLastIndex((point) => !point.extrapolated);
  const config: ChartConfiguration<'line'> = {
    type: 'line',
    data: {
      datasets: [
        {
          data: points.map(({ rows, value }) => ({ x: rows, y: value })),
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
        { ...edge, data: along('low'), borderColor: theme.series },
        {
          ...edge,
          data: along('high'),
          borderColor: theme.series,
          // The band is see-through: the line stays readable in it.
          backgroundColor: `color-mix(in srgb, ${theme.series} 25%, transparent)`,
          fill: theme.highContrast ? false : '-1',
        },
        {
          data: sets.map(({ value }) => ({ x: view.yardsticks?.rows ?? 0, y: value })),
          showLine: false,
          pointStyle: 'rectRot',
          pointRadius: 5,
          pointHoverRadius: 7,
          // Filled with the ground, so that marks one above the other stay apart.
          backgroundColor: theme.ground,
          borderColor: theme.foreground,
          pointBorderWidth: 1.5,
        },
      ],
    },
    options: {
      maintainAspectRatio: false,
      animation: false,
      locale: document.documentElement.lang || 'en',
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: { ...axisOf(view.xLabel, theme), beginAtZero: true },
        y: { ...axisOf(view.yLabel, theme), beginAtZero: true },
      },
      plugins: {
        tooltip: {
          ...tooltipOf(theme),
          filter: ({ datasetIndex }) => datasetIndex === CURVE || datasetIndex === YARDSTICKS,
          callbacks: {
            title: ([item]) => {
              const { rowsText } =
                (item?.datasetIndex === CURVE ? points[item.dataIndex] : view.yardsticks) ?? {};
              return `${view.xLabel}: ${rowsText ?? ''}`;
            },
            label: ({ datasetIndex, dataIndex }) => {
              const set = sets[dataIndex];
              if (datasetIndex === YARDSTICKS) return set ? `${set.name}: ${set.valueText}` : '';
              return [
                `${view.yLabel}: ${points[dataIndex]?.valueText ?? ''}`,
                `${view.coverageLabel}: ${points[dataIndex]?.coverageText ?? ''}`,
              ];
            },
          },
        },
      },
    },
  };
  return new Chart(canvas, config);
}
