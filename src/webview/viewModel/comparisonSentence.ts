import type { LevelFigures, YardstickComparison } from '../../metrics/stats/levelFigures.ts';
import type { StandingView } from '../levelViews.ts';
import { explainFigure } from './explainFigures.ts';
import { intervalText } from './figureView.ts';
import type { Wording } from './wording.ts';
import { fill, joinSentences } from './wording.ts';

/** Public sets that the sentence names of each kind, nearest first. */
const MOST_NAMED = 3;

/** The headline at the common number of rows beside those of public sets; undefined where the rows do not tell it. */
export function comparisonSentence(
  { atCommonRows, yardsticks }: LevelFigures,
  wording: Wording,
): StandingView | undefined {
  if ('absence' in atCommonRows) return undefined;
  const { view, amount, count } = wording;
  const { q1, interval, extrapolated, rows } = atCommonRows;
  const value = interval ? `${amount(q1)} (${intervalText(interval, wording)})` : amount(q1);
  const own = fill(extrapolated ? view.atCommonExtrapolated : view.atCommon, count(rows), value);
  const setsThatAre = (position: YardstickComparison['position'], template: string) => {
    const sets = (yardsticks ?? []).filter((set) => set.position === position);
    if (sets.length === 0) return undefined;
    const nearest = sets
      .toSorted((a, b) => Math.abs(Math.log(a.q1 / q1)) - Math.abs(Math.log(b.q1 / q1)))
      .slice(0, MOST_NAMED)
      .map((set) => fill(view.yardstickNamed, set.name, amount(set.q1)));
    const more = sets.length - nearest.length;
    if (more > 0) nearest.push(fill(view.yardsticksMore, count(more)));
    return fill(template, nearest.join(view.listSeparator));
  };
  return {
    text: joinSentences([
      own,
      setsThatAre('lower', view.moreThan),
      setsThatAre('similar', view.asManyAs),
      setsThatAre('higher', view.fewerThan),
    ]),
    lines: [],
    explained: explainFigure('atCommonRows', wording),
  };
}
