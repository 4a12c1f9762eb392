import type { ChartConfiguration } from 'chart.js';
import type { RelationView } from '../../experimentsProtocol.ts';
import { axisOf } from '../axisOf.ts';
import { Chart, tooltipOf } from '../chartSetup.ts';
import type { Theme } from '../theme.ts';

type BandPoint = RelationView['band'][number];

/** Place of the data set that a hover speaks of. */
const RUNS = 0;

/** Runs as dots over the mean and the bands in which one more would fall; a click on a dot opens its line. */
export function relationChart(
  canvas: HTMLCanvasElement,
  view: RelationView,
  theme: Theme,
  onOpenLine: (line: number) => void,
): Chart {
  const along = (value: (point: BandPoint) => number) =>
    view.band.map((point) => ({ x: point.x, y: value(point) }));
  const edge = {
    borderColor: theme.series,
    borderWidth: theme.highContrast ? 1 : 0,
    pointRadius: 0,
    pointHitRadius: 0,
  };
  const tint = (percent: number) => `color-mix(in srgb, ${theme.series} ${percent}%, transparent)`;
  const band = (
    low: (point: BandPoint) => number,
    high: (point: BandPoint) => number,
    percent: number,
    dash: number[],
  ) => [
    { ...edge, borderDash: dash, data: along(low) },
    {
      ...edge,
      borderDash: dash,
      data: along(high),
      backgroundColor: tint(percent),
      fill: theme.highContrast ? false : ('-1' as const),
    },
  ];
  const config: ChartConfiguration<'line'> = {
    type: 'line',
    data: {
      datasets: [
        {
          data: view.points.map(({ x, y }) => ({ x, y })),
          showLine: false,
          pointRadius: 4,
          pointHoverRadius: 6,
          // Filled with the ground, so that dots one above the other stay apart.
          backgroundColor: theme.ground,
          borderColor: theme.foreground,
          pointBorderWidth: 1.5,
        },
        {
          data: along((point) => point.mean),
          borderColor: theme.series,
          borderWidth: 2,
          pointRadius: 0,
          pointHitRadius: 0,
        },
        ...band(
          (point) => point.low68,
          (point) => point.high68,
          25,
          [],
        ),
        ...band(
          (point) => point.low95,
          (point) => point.high95,
          15,
          [4, 4],
        ),
      ],
    },
    options: {
      maintainAspectRatio: false,
      animation: false,
      locale: document.documentElement.lang || 'en',
      interaction: { mode: 'nearest', axis: 'xy', intersect: false },
      onClick: (_event, hits) => {
        const hit = hits.find(({ datasetIndex }) => datasetIndex === RUNS);
        const line = hit && view.points[hit.index]?.line;
        if (line !== undefined) onOpenLine(line);
      },
      scales: {
        x: axisOf(view.xLabel, theme, view.isLogarithmic ? 'logarithmic' : 'linear'),
        y: axisOf(view.yLabel, theme),
      },
      plugins: {
        tooltip: {
          ...tooltipOf(theme),
          filter: ({ datasetIndex }) => datasetIndex === RUNS,
          callbacks: {
            title: ([item]) => (item ? (view.points[item.dataIndex]?.label ?? '') : ''),
            label: ({ dataIndex }) => {
              const point = view.points[dataIndex];
              if (!point) return [];
              return [
                `${view.xLabel}: ${point.xText}`,
                `${view.yLabel}: ${point.yText}`,
                `${view.columns.score}: ${point.scoreText}`,
              ];
            },
          },
        },
      },
    },
  };
  return new Chart(canvas, config);
}
