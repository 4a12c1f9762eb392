import type { ChartView } from '../../webview/chartViews.ts';
import { html, type Html } from '../html.ts';
import { estimatedWidth, fittedName } from './fittedName.ts';

type BarsView = Extract<ChartView, { kind: 'bars' }>;

const WIDTH = 340;
const ROW = 24;
const FONT = 10.5;
const BAR = 5;
const GAP = 12;

/** Bars below each other, the name and the value above each. */
export function barsSvg({ title, bars, drawn, valueLabel }: BarsView): Html {
  const shown = bars.slice(0, drawn);
  const most = Math.max(1, ...shown.map(({ value }) => value));
  const rows = shown.map(({ name, value, valueText, shareText }, at) => {
    const top = at * ROW;
    const room = WIDTH - estimatedWidth(valueText, FONT) - GAP;
    return html`<g>
      <title>${name}: ${valueText} (${shareText})</title>
      <text x="0" y="${top + 12}" class="name">${fittedName(name, room, FONT)}</text>
      <text x="${WIDTH}" y="${top + 12}" class="value" text-anchor="end">${valueText}</text>
      <rect x="0" y="${top + 16}" width="${WIDTH}" height="${BAR}" class="track" />
      <rect
        x="0"
        y="${top + 16}"
        width="${round((WIDTH * value) / most)}"
        height="${BAR}"
        class="bar"
      />
    </g>`;
  });
  const height = Math.max(1, shown.length) * ROW + 2;
  return html`<svg
    viewBox="0 0 ${WIDTH} ${height}"
    role="img"
    aria-label="${title} (${valueLabel})"
  >
    ${rows}
  </svg>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
