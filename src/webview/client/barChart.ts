import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Bar, ChartView } from '../protocol.ts';
import { Chart, fontOf, tooltipOf } from './chartSetup.ts';
import { fittedText } from './fittedText.ts';
import type { Theme } from './theme.ts';

type BarsView = Extract<ChartView, { kind: 'bars' }>;

/** Name and value stand above each bar, so that names of any length fit cards of any width. */
export const BAR_ROW_HEIGHT_PX = 32;
const BAR_THICKNESS_PX = 6;
const TEXT_RAISE_PX = 8;
const TOOLTIP_NAME_LENGTH = 60;

/** @param onOpenLine called with the first example line of a bar that is clicked */
export function barChart(
  canvas: HTMLCanvasElement,
  view: BarsView,
  theme: Theme,
  onOpenLine: (line: number) => void,
): Chart {
  const bars = view.bars.slice(0, view.drawn);
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const config: ChartConfiguration<'bar'> = {
    type: 'bar',
    data: {
      labels: bars.map((bar) => bar.name),
      datasets: [
        {
          data: bars.map((bar) => bar.value),
          backgroundColor: theme.series,
          borderColor: theme.border,
          borderWidth: theme.highContrast ? 1 : 0,
          borderSkipped: false,
          borderRadius: 1,
          barThickness: BAR_THICKNESS_PX,
          minBarLength: 2,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      maintainAspectRatio: false,
      animation: false,
      layout: { padding: { top: BAR_THICKNESS_PX } },
      scales: {
        x: { display: false, min: 0, max: most },
        y: { display: false },
      },
      interaction: { mode: 'nearest', axis: 'y', intersect: false },
      onClick: (_event, [hit]) => {
        const line = hit && bars[hit.index]?.lines[0];
        if (line !== undefined) onOpenLine(line);
      },
      plugins: {
        tooltip: {
          ...tooltipOf(theme),
          callbacks: {
            title: ([item]) => shortened(item?.label ?? ''),
            label: (item) => tooltipText(view, bars[item.dataIndex]),
          },
        },
      },
    },
    plugins: [labels(bars, theme)],
  };
  return new Chart(canvas, config);
}

function tooltipText(view: BarsView, bar: Bar | undefined): string {
  return bar ? `${view.valueLabel}: ${bar.valueText} (${bar.shareText})` : '';
}

function shortened(name: string): string {
  return name.length > TOOLTIP_NAME_LENGTH ? `${name.slice(0, TOOLTIP_NAME_LENGTH)}…` : name;
}

/** Draws the tracks behind the bars, and names and values above them. */
function labels(bars: readonly Bar[], theme: Theme): Plugin<'bar'> {
  return {
    id: 'labels',
    beforeDatasetsDraw: (chart) => {
      const { ctx, chartArea } = chart;
      ctx.fillStyle = theme.track;
      for (const { y } of chart.getDatasetMeta(0).data) {
        ctx.fillRect(chartArea.left, y - BAR_THICKNESS_PX / 2, chartArea.width, BAR_THICKNESS_PX);
      }
    },
    afterDatasetsDraw: (chart) => {
      const { ctx, chartArea } = chart;
      const { family, size } = fontOf(theme, 0.92);
      ctx.save();
      ctx.font = `${size}px ${family}`;
      ctx.textBaseline = 'alphabetic';
      chart.getDatasetMeta(0).data.forEach(({ y }, index) => {
        const bar = bars[index];
        if (!bar) return;
        const baseline = y - TEXT_RAISE_PX;
        ctx.textAlign = 'right';
        ctx.fillStyle = theme.muted;
        ctx.fillText(bar.valueText, chartArea.right, baseline);
        const room = chartArea.width - ctx.measureText(bar.valueText).width - 12;
        ctx.textAlign = 'left';
        ctx.fillStyle = theme.foreground;
        ctx.fillText(fittedText(ctx, bar.name, room), chartArea.left, baseline);
      });
      ctx.restore();
    },
  };
}
