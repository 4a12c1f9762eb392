// @vitest-environment happy-dom
import type { ChartConfiguration } from 'chart.js';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { growthChart } from '../../../../src/webview/client/growthChart.ts';
import type { Theme } from '../../../../src/webview/client/theme.ts';
import type { GrowthView } from '../../../../src/webview/protocol.ts';
import { growthView } from '../../../../src/webview/viewModel/growthView.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { measuredLevels } from '../measuredLevels.ts';
import { withoutIntervals } from '../withoutIntervals.ts';
import { withYardsticks } from '../withYardsticks.ts';

// A canvas draws nothing here: what the chart is asked to draw is looked at instead.
const { configs } = vi.hoisted(() => ({ configs: [] as ChartConfiguration<'line'>[] }));
vi.mock('../../../../src/webview/client/chartSetup.ts', () => ({
  Chart: function (_canvas: HTMLCanvasElement, config: ChartConfiguration<'line'>) {
    configs.push(config);
  },
  fontOf: () => ({}),
  tooltipOf: () => ({}),
}));

const theme = { series: 'blue', foreground: 'black', ground: 'white' } as Theme;
const wording = createWording((english) => english, 'en');
const plain = growthView(measuredLevels.macro, wording)!;
const marked = growthView(withYardsticks(measuredLevels.macro), wording)!;

beforeEach(() => void configs.splice(0));

function configOf(view: GrowthView, look: Partial<Theme> = {}): ChartConfiguration<'line'> {
  growthChart(document.createElement('canvas'), view, { ...theme, ...look });
  return configs[0]!;
}

/** What a hover over one point says. */
function hover(view: GrowthView, datasetIndex: number, dataIndex: number): unknown[] {
  const { callbacks } = configOf(view).options!.plugins!.tooltip!;
  const item = { datasetIndex, dataIndex };
  const call = (name: 'title' | 'label', argument: unknown): unknown =>
    (callbacks![name] as (given: unknown) => unknown)(argument);
  return [call('title', [item]), call('label', item)];
}

describe('the growth chart', () => {
  test('draws the curve between the ends of its interval, marked where the file ends', () => {
    const [curve, low, high] = configOf(plain).data.datasets;
    expect(curve?.data[3]).toEqual({ x: 303, y: 9.21 });
    expect(low?.data[3]).toEqual({ x: 303, y: plain.points[3]?.band?.low });
    expect(high).toMatchObject({ fill: '-1' });
    expect(curve).toMatchObject({ pointRadius: [0, 0, 0, 4, 0, 0] });
  });

  test('has no band where the rows tell no interval', () => {
    const view = growthView(withoutIntervals(measuredLevels.macro), wording)!;
    const [line, low, high] = configOf(view).data.datasets;
    expect(line?.data).toHaveLength(6);
    expect([low?.data, high?.data]).toEqual([[], []]);
  });

  test('is dashed beyond the rows of the file', () => {
    const segment = configOf(plain).data.datasets[0]!.segment as {
      borderDash: (context: { p1DataIndex: number }) => unknown;
    };
    const dash = (p1DataIndex: number) => segment.borderDash({ p1DataIndex });
    expect(dash(3)).toBeUndefined();
    expect(dash(4)).toEqual([4, 4]);
  });

  test('marks the public sets at the common number of rows, those far above left out', () => {
    expect(configOf(plain).data.datasets[3]?.data).toEqual([]);
    configs.splice(0);
    expect(configOf(marked).data.datasets[3]).toMatchObject({
      data: [
        { x: 1000, y: 5 },
        { x: 1000, y: 21 },
        { x: 1000, y: 30 },
      ],
      showLine: false,
      borderColor: 'black',
      backgroundColor: 'white',
    });
  });

  test('has edges instead of a tint in high contrast', () => {
    expect(configOf(plain, { highContrast: true }).data.datasets[2]).toMatchObject({
      fill: false,
      borderWidth: 1,
    });
  });

  test('says on a hover what stands there, of the curve or of a set', () => {
    expect(hover(plain, 0, 3)).toEqual([
      'Rows: 303',
      ['Effective number of kinds: 9.2', 'Sample coverage: 90%'],
    ]);
    configs.splice(0);
    expect(hover(marked, 3, 1)).toEqual(['Rows: 1,000', 'Alike: 21']);
  });
});
