import type { ChartView } from '../../webview/chartViews.ts';
import { html, type Html } from '../html.ts';
import { round } from './axes.ts';
import { fittedName } from './fittedName.ts';

type RingsView = Extract<ChartView, { kind: 'rings' }>;

const SIZE = 340;
const CENTRE = SIZE / 2;
const FONT = 8.5;
const PADDING = 3;
const RADII = { hole: 24, groups: 96, parts: 168 };
const HUES = 6;

/** Two rings, as in the panel: the groups inside, the parts of each outside of it, names along the radius. */
export function ringsSvg({ title, groups }: RingsView): Html {
  const total = groups.reduce((sum, { parts }) => sum + sumOf(parts), 0);
  if (total === 0) return html``;
  let from = 0;
  const pieces = groups.map(({ name, valueText, parts }, at) => {
    const group = segment(name, valueText, from, from + sumOf(parts) / total, 'groups', at);
    const outer = parts.map((part) => {
      const start = from;
      from += part.value / total;
      return segment(part.name, part.valueText, start, from, 'parts', at);
    });
    return [group, ...outer];
  });
  return html`<svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${title}" class="rings">
    ${pieces.flat()}
  </svg>`;
}

const sumOf = (parts: RingsView['groups'][number]['parts']) =>
  parts.reduce((sum, { value }) => sum + value, 0);

/** @param from, to shares of the circle from its top, clockwise */
function segment(
  name: string,
  valueText: string,
  from: number,
  to: number,
  ring: 'groups' | 'parts',
  hue: number,
): Html {
  const [inner, outer] =
    ring === 'groups' ? [RADII.hole, RADII.groups] : [RADII.groups, RADII.parts];
  const classes = `${ring} hue${hue % HUES}`;
  const shape =
    to - from > 0.9999
      ? html`<circle
          cx="${CENTRE}"
          cy="${CENTRE}"
          r="${(inner + outer) / 2}"
          style="stroke-width: ${outer - inner}"
          class="${classes} whole"
        />`
      : html`<path d="${arc(from, to, inner, outer)}" class="${classes}" />`;
  return html`<g
    ><title>${name}: ${valueText}</title
    >${shape}${label(name, (from + to) / 2, to - from, inner, outer)}</g
  >`;
}

function label(name: string, middle: number, share: number, inner: number, outer: number) {
  const radius = (inner + outer) / 2;
  const angle = 360 * middle - 90;
  if (2 * Math.PI * radius * share < FONT * 1.15) return undefined;
  const text = fittedName(name, outer - inner - 2 * PADDING, FONT);
  const [x, y] = point(middle, radius);
  // Never upside down.
  const turned = middle > 0.5 ? angle + 180 : angle;
  return html`<text
    x="${x}"
    y="${y}"
    transform="rotate(${round(turned)} ${x} ${y})"
    text-anchor="middle"
    dominant-baseline="central"
    >${text}</text
  >`;
}

function arc(from: number, to: number, inner: number, outer: number): string {
  const large = to - from > 0.5 ? 1 : 0;
  const [a, b, c, d] = [point(from, outer), point(to, outer), point(to, inner), point(from, inner)];
  return `M${a.join(' ')}A${outer} ${outer} 0 ${large} 1 ${b.join(' ')}L${c.join(' ')}A${inner} ${inner} 0 ${large} 0 ${d.join(' ')}Z`;
}

function point(share: number, radius: number): [number, number] {
  const angle = 2 * Math.PI * share;
  return [round(CENTRE + radius * Math.sin(angle)), round(CENTRE - radius * Math.cos(angle))];
}
