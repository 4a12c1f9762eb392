import type { YardstickView } from '../../webview/chartViews.ts';
import { html, type Html } from '../html.ts';
import { round } from './axes.ts';
import { estimatedWidth, fittedName } from './fittedName.ts';

/** Widths in units of the text: in a small place the same text takes more of the line. */
const WIDTHS = { small: 210, large: 420 };
const SIDE = 6;
const LINE = 26;
const FONT = 9;

/** The file among public data sets on one line: the file above it, the outermost sets named below. */
export function yardsticksSvg(
  { title, sets, file }: YardstickView,
  size: keyof typeof WIDTHS,
): Html {
  const width = WIDTHS[size];
  const x = (at: number) => round(SIDE + (width - 2 * SIDE) * at);
  const half = estimatedWidth(file.text, FONT) / 2;
  const centre = Math.min(width - half, Math.max(half, x(file.at)));
  const [first, last] = [sets[0], sets.at(-1)];
  const room = width / 2 - 8;
  return html`<svg
    viewBox="0 0 ${width} 50"
    role="img"
    aria-label="${title}: ${file.text}"
    class="strip"
  >
    <line x1="${SIDE}" x2="${width - SIDE}" y1="${LINE}" y2="${LINE}" class="scale" />
    ${sets.map(({ name, text, at }) => html`<line x1="${x(at)}" x2="${x(at)}" y1="${LINE - 5}" y2="${LINE + 5}" class="set"><title>${name}: ${text}</title></line>`)}
    <rect
      x="${x(file.from)}"
      y="${LINE - 3}"
      width="${Math.max(2, round(x(file.to) - x(file.from)))}"
      height="6"
      class="interval"
    />
    <circle cx="${x(file.at)}" cy="${LINE}" r="4.5" class="file" />
    <text x="${round(centre)}" y="12" text-anchor="middle" class="file-text">${file.text}</text>
    ${first ? html`<text x="0" y="46">${fittedName(`${first.name} ${first.text}`, room, FONT)}</text>` : undefined}
    ${last && last !== first ? html`<text x="${width}" y="46" text-anchor="end">${fittedName(`${last.name} ${last.text}`, room, FONT)}</text>` : undefined}
  </svg>`;
}
