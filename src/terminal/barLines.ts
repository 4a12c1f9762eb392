import { columnWidth, padToWidth } from './columnWidth.ts';

const MOST_COLUMNS = 24;
const LEAST_COLUMNS = 6;

export interface BarOfValue {
  /** Before the bar; as wide as the others. */
  readonly head: string;
  /** Above 0. */
  readonly value: number;
  /** The value in words, behind the bar. */
  readonly figure: string;
}

/** Bars as long as their values, below each other, each with its figure; shorter where the terminal is narrow. */
export function barLines(bars: readonly BarOfValue[], columns: number): string[] {
  const largest = Math.max(...bars.map(({ value }) => value));
  const besides = Math.max(...bars.map(({ head, figure }) => columnWidth(`${head}  ${figure}`)));
  const width = Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, columns - besides));
  return bars.map(({ head, value, figure }) => {
    const bar = '█'.repeat(Math.max(1, Math.round((width * value) / largest)));
    return `${head} ${padToWidth(bar, width)} ${figure}`;
  });
}
