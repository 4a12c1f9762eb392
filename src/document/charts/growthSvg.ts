import type { GrowthView } from '../../webview/chartViews.ts';
import type { Wording } from '../../webview/viewModel/wording.ts';
import { html, type Html } from '../html.ts';
import { axes, linearTicks, PLOT, round } from './axes.ts';

const MARK = 4;

/** The growth of the headline with the rows: its band, dashed beyond the file, and the public sets. */
export function growthSvg(
  { title, xLabel, yLabel, points, yardsticks }: GrowthView,
  { count, amount }: Pick<Wording, 'count' | 'amount'>,
): Html {
  const { left, right, top, bottom, width, height } = PLOT;
  const marks = (yardsticks?.sets ?? []).filter(({ drawn }) => drawn);
  const mostRows = Math.max(yardsticks?.rows ?? 1, ...points.map(({ rows }) => rows));
  const ends = points.flatMap(({ rows, band }) => (band ? [{ rows, ...band }] : []));
  const most = Math.max(
    ...[...points, ...marks].map(({ value }) => value),
    ...ends.map(({ high }) => high),
  );
  const x = (rows: number) => round(left + ((right - left) * rows) / mostRows);
  const y = (value: number) => round(bottom - ((bottom - top) * value) / most);
  const path = (some: typeof points) =>
    some.map(({ rows, value }) => `${x(rows)},${y(value)}`).join(' ');
  const band = [
    ...ends.map(({ rows, high }) => `${x(rows)},${y(high)}`),
    ...ends.toReversed().map(({ rows, low }) => `${x(rows)},${y(low)}`),
  ];
  const seen = points.filter(({ extrapolated }) => !extrapolated);
  const beyond = points.slice(Math.max(0, seen.length - 1));
  const xTicks = linearTicks(mostRows, 4).map((rows) => ({ at: x(rows), text: count(rows) }));
  const yTicks = linearTicks(most, 4).map((value) => ({
    at: y(value),
    text: most < 4 ? amount(value) : count(value),
  }));
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
    ${axes(PLOT, { ticks: xTicks, label: xLabel }, { ticks: yTicks, label: yLabel })}
    ${band.length > 0 ? html`<polygon points="${band.join(' ')}" class="band" />` : undefined}
    <polyline points="${path(seen)}" class="line" />
    <polyline points="${path(beyond)}" class="line dashed" />
    ${marks.map(({ name, value, valueText }) => {
      const [cx, cy] = [x(yardsticks?.rows ?? 0), y(value)];
      const corners = [
        [cx, round(cy - MARK)],
        [round(cx + MARK), cy],
        [cx, round(cy + MARK)],
        [round(cx - MARK), cy],
      ];
      return html`<polygon
        points="${corners.map((corner) => corner.join(',')).join(' ')}"
        class="mark"
        ><title>${name}: ${valueText}</title></polygon
      >`;
    })}
  </svg>`;
}
