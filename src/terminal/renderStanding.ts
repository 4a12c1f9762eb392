import type { LevelFigures, YardstickComparison } from '../metrics/stats/levelFigures.ts';
import { formatCount } from './formatAmount.ts';

/** Public sets that a line names, nearest first. */
const MOST_NAMED = 3;

export const formatKinds = (kinds: number): string => kinds.toFixed(kinds < 100 ? 1 : 0);

/** The 95 % interval of the headline, for the end of its line; empty where none is known. */
export function renderInterval({ interval }: LevelFigures): string {
  return interval ? ` (95 %: ${formatKinds(interval.low)}–${formatKinds(interval.high)})` : '';
}

/** How a level stands: at the common number of rows against public sets, and what is still to come. */
export function renderStanding(level: LevelFigures): string[] {
  const { curve, hill, largest, rareKinds } = level;
  const parts = [`half is in ${formatCount(largest.kinds)} of ${formatCount(hill.q0)} kinds`];
  parts.push(`in one row only: ${formatCount(rareKinds.inOneRow)}`);
  const last = curve.at(-1);
  if (last?.extrapolated) parts.push(`twice the rows would bring ${formatKinds(last.q1)}`);
  return [againstYardsticks(level), parts.join(' · ')];
}

function againstYardsticks({ atCommonRows, yardsticks }: LevelFigures): string {
  const rows = formatCount(atCommonRows.rows);
  if ('absence' in atCommonRows) return `too few rows to say what ${rows} would show`;
  const { q1, interval } = atCommonRows;
  const own = `at ${rows} rows: ${formatKinds(q1)} (95 %: ${formatKinds(interval.low)}–${formatKinds(interval.high)})`;
  const named = (position: YardstickComparison['position'], word: string): string[] => {
    const nearest = (yardsticks ?? [])
      .filter((set) => set.position === position)
      .sort((a, b) => Math.abs(Math.log(a.q1 / q1)) - Math.abs(Math.log(b.q1 / q1)))
      .slice(0, MOST_NAMED)
      .map((set) => `${set.name} ${formatKinds(set.q1)}`);
    return nearest.length === 0 ? [] : [`${word} ${nearest.join(', ')}`];
  };
  return [
    own,
    ...named('lower', 'more than'),
    ...named('similar', 'about'),
    ...named('higher', 'fewer than'),
  ].join(' · ');
}
