import type { ChartView } from '../../webview/chartViews.ts';
import type { Wording } from '../../webview/viewModel/wording.ts';
import { html, type Html } from '../html.ts';
import { axes, PLOT, round, type Tick } from './axes.ts';

type CurveView = Extract<ChartView, { kind: 'curve' }>;

/** A falling curve on two logarithmic axes. */
export function curveSvg(
  { title, xLabel, yLabel, points }: CurveView,
  { count }: Pick<Wording, 'count'>,
): Html {
  const { left, right, top, bottom, width, height } = PLOT;
  const scale = (values: readonly number[], from: number, to: number) => {
    const decades = Math.max(1, Math.ceil(Math.log10(Math.max(1, ...values)) - 1e-9));
    return {
      place: (value: number) => from + ((to - from) * Math.log10(value)) / decades,
      decades,
    };
  };
  const x = scale(
    points.map((point) => point.x),
    left,
    right,
  );
  const y = scale(
    points.map((point) => point.y),
    bottom,
    top,
  );
  const ticks = ({ place, decades }: typeof x): Tick[] =>
    Array.from({ length: decades + 1 }, (_, power) => ({
      at: place(10 ** power),
      text: count(10 ** power),
    }));
  const line = points.map((point) => `${round(x.place(point.x))},${round(y.place(point.y))}`);
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
    ${axes(PLOT, { ticks: ticks(x), label: xLabel }, { ticks: ticks(y), label: yLabel })}
    <polyline points="${line.join(' ')}" class="line" />
  </svg>`;
}
