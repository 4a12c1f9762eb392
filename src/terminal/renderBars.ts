import { harmlessText } from '../metrics/text/harmlessText.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { cutToWidth, padToWidth } from './columnWidth.ts';
import { formatCount } from './formatCount.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

export interface Bar {
  readonly label: string;
  readonly count: number;
}

const BARS_SHOWN = 6;
const BAR_WIDTH = 24;
const LABEL_WIDTH = 38;

/** The largest kinds, each with a bar and its count; labels and bars are shorter where the terminal is narrow. */
export function renderBars(
  bars: readonly Bar[],
  style: Style,
  columns: number,
  { terminal }: TerminalWording,
): string[] {
  const shown = bars.slice(0, BARS_SHOWN);
  const largest = Math.max(1, ...shown.map(({ count }) => count));
  const countWidth = Math.max(0, ...shown.map(({ count }) => formatCount(count).length));
  const widths = barWidths(columns, countWidth, { label: LABEL_WIDTH, bar: BAR_WIDTH });
  const lines = shown.map(({ label, count }) => {
    const bar = '█'.repeat(Math.max(1, Math.round((widths.bar * count) / largest)));
    const name = padToWidth(cutToWidth(harmlessText(label), widths.label), widths.label);
    return `  ${name} ${padToWidth(bar, widths.bar)} ${formatCount(count)}`;
  });
  if (bars.length > shown.length)
    lines.push(style.dim(`  ${fill(terminal.more, formatCount(bars.length - shown.length))}`));
  return lines;
}

/** Columns of a bar and its label beside a count, in a line of at most `columns`. */
function barWidths(
  columns: number,
  countWidth: number,
  { label, bar }: { readonly label: number; readonly bar: number },
): { readonly label: number; readonly bar: number } {
  const spaces = 4;
  const room = columns - spaces - countWidth;
  if (room >= label + bar) return { label, bar };
  const shorter = Math.floor((room * bar) / (label + bar));
  return { label: room - shorter, bar: shorter };
}
