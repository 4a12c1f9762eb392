import type { ChartConfiguration, ScaleOptionsByType } from 'chart.js';
import type { ChartView } from '../protocol.ts';
import { Chart, fontOf, tooltipOf } from './chartSetup.ts';
import type { Theme } from './theme.ts';

type CurveView = Extract<ChartView, { kind: 'curve' }>;

/** What an axis that ends before ten is marked at: one number would tell no scale. */
const BELOW_TEN = [1, 2, 5];

/** A line on two logarithmic axes, marked at powers of ten. One that ends before ten has a few smaller numbers. */
export function curveChart(canvas: HTMLCanvasElement, view: CurveView, theme: Theme): Chart {
  const config: ChartConfiguration<'line'> = {
    type: 'line',
    data: {
      datasets: [
        {
          data: view.points.map(({ x, y }) => ({ x, y })),
          borderColor: theme.series,
          backgroundColor: theme.series,
          borderWidth: 2,
          borderJoinStyle: 'round',
          pointRadius: view.points.length === 1 ? 3 : 0,
          pointHoverRadius: 4,
          pointHitRadius: 12,
        },
      ],
    },
    options: {
      maintainAspectRatio: false,
      animation: false,
      locale: document.documentElement.lang || 'en',
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: { x: axis(view.xLabel, theme), y: axis(view.yLabel, theme) },
      plugins: {
        tooltip: {
          ...tooltipOf(theme),
          callbacks: {
            title: ([item]) => `${view.xLabel}: ${view.points[item?.dataIndex ?? 0]?.xText ?? ''}`,
            label: (item) => `${view.yLabel}: ${view.points[item.dataIndex]?.yText ?? ''}`,
          },
        },
      },
    },
  };
  return new Chart(canvas, config);
}

function axis(title: string, theme: Theme) {
  return {
    type: 'logarithmic' as const,
    min: 1,
    border: { display: false },
    grid: { color: theme.grid, drawTicks: false },
    title: { display: true, text: title, color: theme.muted, font: fontOf(theme, 0.85) },
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      const powers = scale.ticks.filter(({ value }) => Number.isInteger(Math.log10(value)));
      const few = scale.ticks.filter(({ value }) => BELOW_TEN.includes(value));
      scale.ticks = powers.length > 1 ? powers : few;
    },
    ticks: {
      color: theme.muted,
      font: fontOf(theme, 0.85),
      padding: 6,
      maxRotation: 0,
      callback: (value: string | number) => compact(Number(value)),
    },
  } satisfies Partial<ScaleOptionsByType<'logarithmic'>> | object;
}

function compact(value: number): string {
  return value.toLocaleString(document.documentElement.lang || 'en', { notation: 'compact' });
}
