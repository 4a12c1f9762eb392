import type { Bar, ChartView } from '../protocol.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';

export interface BarSource {
  readonly name: string;
  readonly rows: number;
  readonly lines: readonly number[];
}

export interface BarsLabels {
  readonly title: string;
  readonly nameLabel: string;
}

/** More bars than this are too thin to read beside each other; the table behind the chart lists MOST_LISTED. */
const MOST_DRAWN = 10;
const MOST_LISTED = 50;
const NAME_LENGTH = 120;

/**
 * @param kinds largest first; empty ones are left out
 * @param total kinds in the whole file
 * @param rows rows that the shares are of
 */
export function barsView(
  kinds: readonly BarSource[],
  total: number,
  rows: number,
  labels: BarsLabels,
  wording: Wording,
): ChartView {
  const bars = kinds.slice(0, MOST_LISTED).map((kind): Bar => ({
    name: harmlessText(kind.name, NAME_LENGTH),
    value: kind.rows,
    valueText: wording.count(kind.rows),
    shareText: wording.percent(rows > 0 ? kind.rows / rows : 0),
    lines: kind.lines,
  }));
  const drawn = Math.min(MOST_DRAWN, bars.length);
  const rest = restText(drawn, bars.length, total, wording);
  return {
    kind: 'bars',
    ...labels,
    valueLabel: wording.view.rows,
    bars,
    drawn,
    ...(rest !== undefined && { rest }),
  };
}

function restText(drawn: number, listed: number, total: number, wording: Wording) {
  if (drawn >= total) return undefined;
  const counts = [drawn, total, listed].map(wording.count);
  return fill(listed > drawn ? wording.view.chartRestTable : wording.view.chartRest, ...counts);
}
