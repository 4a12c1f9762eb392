// @vitest-environment happy-dom
import type { ChartConfiguration } from 'chart.js';
import { expect, test, vi } from 'vitest';
import type * as ChartSetup from '../../../../src/webview/client/chartSetup.ts';
import { curveChart } from '../../../../src/webview/client/curveChart.ts';
import type { Theme } from '../../../../src/webview/client/theme.ts';
import type { ChartView } from '../../../../src/webview/protocol.ts';

type CurveView = Extract<ChartView, { kind: 'curve' }>;

// A canvas draws nothing here: the axes are laid out at a fixed size.
vi.mock('../../../../src/webview/client/chartSetup.ts', async (original) => {
  const setup = await original<typeof ChartSetup>();
  const Laid = function (canvas: HTMLCanvasElement, config: ChartConfiguration<'line'>) {
    return new setup.Chart(canvas, {
      ...config,
      options: { ...config.options, responsive: false },
    });
  };
  return { ...setup, Chart: Laid };
});

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = new Proxy(
    { canvas },
    {
      get: (target, name) => (name === 'canvas' ? target.canvas : () => ({ width: 10 })),
      set: () => true,
    },
  );
  canvas.getContext = (() => context) as unknown as typeof canvas.getContext;
  return canvas;
}

/** What the axes of a curve are marked at, its counts being those of the first, second, … rank. */
function ticksOf(counts: readonly number[]): Record<string, number[]> {
  const points = counts.map((y, at) => ({ x: at + 1, y, xText: '', yText: '' }));
  const view = { kind: 'curve', title: '', xLabel: '', yLabel: '', points } as CurveView;
  const chart = curveChart(canvasOf(400, 288), view, { fontSizePx: 13 } as Theme);
  return Object.fromEntries(
    Object.entries(chart.scales).map(([name, { ticks }]) => [name, ticks.map((one) => one.value)]),
  );
}

test('the axes are marked at powers of ten', () => {
  const counts = Array.from({ length: 120 }, (_, at) => Math.ceil(1500 / (at + 1)));
  expect(ticksOf(counts)).toEqual({ x: [1, 10, 100], y: [1, 10, 100, 1000] });
});

test.each([[[5, 4, 2, 1]], [[3, 1, 1]], [[1, 1, 1]]])(
  'an axis that ends before ten has two marks or more: %j',
  (counts) => {
    const { x, y } = ticksOf(counts);
    expect(x!.length).toBeGreaterThanOrEqual(2);
    expect(y!.length).toBeGreaterThanOrEqual(2);
  },
);
