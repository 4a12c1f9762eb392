import { html, type Html } from '../html.ts';

/** Where a chart draws, in its own units. */
export interface PlotArea {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const PLOT: PlotArea = {
  width: 340,
  height: 240,
  left: 44,
  right: 322,
  top: 22,
  bottom: 200,
};

/** So far above the plot that it is clear of a tick at its top. */
const LABEL_ABOVE = 12;

export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Two axes with ticks and labels. @param x places of ticks between left and right; @param y likewise, from the bottom up */
export function axes(
  area: PlotArea,
  x: { readonly ticks: readonly Tick[]; readonly label: string },
  y: { readonly ticks: readonly Tick[]; readonly label: string },
): Html {
  const { left, right, top, bottom } = area;
  return html`<g class="axes">
    ${y.ticks.map(
      ({ at, text }) =>
        html`<line
            x1="${left}"
            x2="${right}"
            y1="${round(at)}"
            y2="${round(at)}"
            class="grid"
          /><text x="${left - 6}" y="${round(at + 3.5)}" text-anchor="end">${text}</text>`,
    )}
    ${x.ticks.map(
      ({ at, text }) =>
        html`<line x1="${round(at)}" x2="${round(at)}" y1="${bottom}" y2="${bottom + 4}" /><text
            x="${round(at)}"
            y="${bottom + 15}"
            text-anchor="middle"
            >${text}</text
          >`,
    )}
    <line x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}" />
    <text x="${(left + right) / 2}" y="${bottom + 32}" text-anchor="middle" class="axis-label"
      >${x.label}</text
    >
    <text x="${left - 40}" y="${top - LABEL_ABOVE}" class="axis-label">${y.label}</text>
  </g>`;
}

export const round = (value: number): number => Math.round(value * 10) / 10;

/** Round numbers from 0 to at least `most`, about `count` of them. */
export function linearTicks(most: number, count: number): number[] {
  const rough = most / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const ticks = [];
  for (let tick = 0; tick <= most * 1.0001; tick += step) ticks.push(tick);
  return ticks;
}
