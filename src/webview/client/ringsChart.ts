import { ArcElement, type ChartConfiguration, type Plugin } from 'chart.js';
import { color } from 'chart.js/helpers';
import type { ChartView } from '../protocol.ts';
import { Chart, fontOf, tooltipOf } from './chartSetup.ts';
import { fittedText } from './fittedText.ts';
import type { Theme } from './theme.ts';

type RingsView = Extract<ChartView, { kind: 'rings' }>;

/** Datasets of the chart: Chart.js draws the first one outermost. */
const OUTER = 0;
const INNER = 1;
/** Fills are see-through, so that the theme's own text colour stays readable on each of them. */
const INNER_OPACITY = 0.45;
const OUTER_OPACITY = 0.25;
const TEXT_PADDING_PX = 4;

interface Segment {
  readonly name: string;
  readonly tooltip: string;
  readonly value: number;
  readonly fill: string;
  readonly line: number | undefined;
}

/**
 * Two rings: the groups inside, the parts of each outside of it.
 * @param onOpenLine called with the first example line of a part that is clicked
 */
export function ringsChart(
  canvas: HTMLCanvasElement,
  view: RingsView,
  theme: Theme,
  onOpenLine: (line: number) => void,
): Chart {
  const rings = segmentsOf(view, theme);
  const segmentAt = (dataset: number, index: number) =>
    (dataset === OUTER ? rings.outer : rings.inner)[index];
  const config: ChartConfiguration<'doughnut'> = {
    type: 'doughnut',
    data: {
      datasets: [rings.outer, rings.inner].map((segments) => ({
        data: segments.map(({ value }) => value),
        backgroundColor: segments.map(({ fill }) => fill),
        hoverBackgroundColor: segments.map(({ fill }) => fill),
        borderColor: theme.highContrast ? theme.border : theme.background,
        borderWidth: 1,
      })),
    },
    options: {
      maintainAspectRatio: false,
      animation: false,
      cutout: '16%',
      onClick: (_event, [hit]) => {
        const line = hit && segmentAt(hit.datasetIndex, hit.index)?.line;
        if (line !== undefined) onOpenLine(line);
      },
      plugins: {
        tooltip: {
          ...tooltipOf(theme),
          callbacks: {
            title: () => '',
            label: ({ datasetIndex, dataIndex }) =>
              segmentAt(datasetIndex, dataIndex)?.tooltip ?? '',
          },
        },
      },
    },
    plugins: [labels(segmentAt, theme)],
  };
  return new Chart(canvas, config);
}

function segmentsOf({ groups, valueLabel }: RingsView, theme: Theme) {
  const inner: Segment[] = [];
  const outer: Segment[] = [];
  const tooltip = (name: string, value: string) => `${name} (${valueLabel}: ${value})`;
  groups.forEach((group, at) => {
    const hue = color(theme.categories[at % theme.categories.length] ?? theme.series);
    const fill = (opacity: number) =>
      theme.highContrast ? 'transparent' : hue.clone().alpha(opacity).rgbString();
    inner.push({
      name: group.name,
      tooltip: tooltip(group.name, group.valueText),
      value: group.parts.reduce((sum, part) => sum + part.value, 0),
      fill: fill(INNER_OPACITY),
      line: group.parts[0]?.lines[0],
    });
    for (const part of group.parts) {
      outer.push({
        name: part.name,
        tooltip: tooltip(`${group.name} ${part.name}`, part.valueText),
        value: part.value,
        fill: fill(OUTER_OPACITY),
        line: part.lines[0],
      });
    }
  });
  return { inner, outer };
}

/** Writes the names along the radius of their segments, where they are wide enough for a line of text. */
function labels(
  segmentAt: (dataset: number, index: number) => Segment | undefined,
  theme: Theme,
): Plugin<'doughnut'> {
  return {
    id: 'ring-labels',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      const { family, size } = fontOf(theme, 0.85);
      ctx.save();
      ctx.font = `${size}px ${family}`;
      ctx.fillStyle = theme.foreground;
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'center';
      for (const dataset of [OUTER, INNER]) {
        chart.getDatasetMeta(dataset).data.forEach((arc, index) => {
          const name = segmentAt(dataset, index)?.name;
          if (name === undefined || !(arc instanceof ArcElement)) return;
          const { x, y, startAngle, endAngle, innerRadius, outerRadius } = arc.getProps(
            ['x', 'y', 'startAngle', 'endAngle', 'innerRadius', 'outerRadius'],
            true,
          );
          const middle = (innerRadius + outerRadius) / 2;
          if ((endAngle - startAngle) * middle < size) return;
          const angle = (startAngle + endAngle) / 2;
          const text = fittedText(ctx, name, outerRadius - innerRadius - 2 * TEXT_PADDING_PX);
          ctx.save();
          ctx.translate((x ?? 0) + middle * Math.cos(angle), (y ?? 0) + middle * Math.sin(angle));
          // Never upside down.
          ctx.rotate(Math.cos(angle) < 0 ? angle + Math.PI : angle);
          ctx.fillText(text, 0, 0);
          ctx.restore();
        });
      }
      ctx.restore();
    },
  };
}
