import type { Interval, LevelFigures, YardstickComparison } from '../metrics/stats/levelFigures.ts';
import { isTold } from '../engine/report.ts';
import { standingAmong } from '../webview/viewModel/standingAmong.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatCount.ts';
import type { TerminalWording } from './terminalWording.ts';
import { withSmallInitial } from './withSmallInitial.ts';

/** What half of is in how many kinds of a level. */
export type HalfNoun = 'halfInTopics' | 'halfInUnits' | 'halfInTags' | 'halfInTypes';

/** Public sets that a line names, nearest first. */
const MOST_NAMED = 3;

export const formatKinds = (kinds: number): string =>
  kinds < 100 ? kinds.toFixed(1) : formatCount(Math.round(kinds));

/** A 95 % interval in brackets, empty where none is known. */
export function renderInterval(
  { interval }: { readonly interval?: Interval },
  { view }: TerminalWording,
): string {
  if (!interval) return '';
  return `(${fill(view.interval, formatKinds(interval.low), formatKinds(interval.high))})`;
}

/**
 * How a level stands: at the common number of rows against public sets, and what is still to come: lines of parts.
 * @param isSampled whether the file has more rows than the level was measured on
 */
export function renderStanding(
  level: LevelFigures,
  half: HalfNoun,
  wording: TerminalWording,
  isSampled: boolean,
): string[][] {
  const { curve, hill, largest, rareKinds } = level;
  const { terminal, view } = wording;
  const standing = standingAmong(level);
  const word = standing === 'unknown' ? [] : [withSmallInitial(view[`standing.${standing}`])];
  const parts = [
    countOf(half, hill.q0, wording, formatCount(largest.kinds)),
    fill(terminal.inOneRow, formatCount(rareKinds.inOneRow)),
  ];
  if (!isTold(level)) return [[...word, ...againstYardsticks(level, wording)]];
  const last = curve.at(-1);
  if (last?.extrapolated) {
    const then = formatKinds(last.q1);
    parts.push(
      isSampled
        ? fill(terminal.twiceTheRead, formatCount(last.rows), then)
        : fill(terminal.twiceTheRows, then),
    );
  }
  return [[...word, ...againstYardsticks(level, wording)], parts];
}

function againstYardsticks(level: LevelFigures, wording: TerminalWording): string[] {
  const { atCommonRows, yardsticks } = level;
  const { terminal, view } = wording;
  const rows = formatCount(atCommonRows.rows);
  if ('absence' in atCommonRows) {
    const isFewRows = atCommonRows.absence === 'too-few-rows';
    return [
      fill(isFewRows ? terminal.tooFewRows : terminal.tooFewDifferentRows, rows),
      ...(level.interval ? [] : [terminal.noInterval]),
    ];
  }
  const { q1 } = atCommonRows;
  if (!atCommonRows.interval)
    return [fill(terminal.atRows, rows, formatKinds(q1)), terminal.noInterval];
  const interval = renderInterval(atCommonRows, wording);
  const own = fill(terminal.atRows, rows, `${formatKinds(q1)} ${interval}`);
  const named = (position: YardstickComparison['position'], template: string): string[] => {
    const nearest = (yardsticks ?? [])
      .filter((set) => set.position === position)
      .sort((a, b) => Math.abs(Math.log(a.q1 / q1)) - Math.abs(Math.log(b.q1 / q1)))
      .slice(0, MOST_NAMED)
      .map((set) => `${set.name} ${formatKinds(set.q1)}`);
    return nearest.length === 0 ? [] : [fill(template, nearest.join(view.listSeparator))];
  };
  return [
    own,
    ...named('lower', terminal.moreThan),
    ...named('similar', terminal.about),
    ...named('higher', terminal.fewerThan),
  ];
}
