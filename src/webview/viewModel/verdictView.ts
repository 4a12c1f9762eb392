import type { LevelFigures } from '../../metrics/stats/levelFigures.ts';
import type { LevelId } from '../panelTerms.ts';
import type { VerdictView } from '../levelViews.ts';
import { explainFigure } from './explainFigures.ts';
import { comparisonSentence } from './comparisonSentence.ts';
import { levelStep } from './levelStep.ts';
import { standingAmong } from './standingAmong.ts';
import type { Wording } from './wording.ts';
import { fill, joinSentences } from './wording.ts';

/**
 * How the headline of a level stands, what that means and does not, and what to do: the panel, written reports, the terminal
 * and agents have it from here.
 * @param isSampled whether the file has more rows than the level was measured on
 */
export function verdictView(
  id: LevelId,
  level: LevelFigures,
  isSampled: boolean,
  wording: Wording,
): VerdictView {
  const standing = standingAmong(level);
  const { view } = wording;
  const comparison = comparisonSentence(level, wording);
  return {
    standing,
    word: view[`standing.${standing}`],
    explained: explainFigure('standing', wording),
    means: whatItMeans(level, wording),
    ...(comparison !== undefined && { comparison }),
    ...(standing !== 'unknown' && { meansNot: view[`standingIsNot.${standing}`] }),
    ...levelStep(id, level, standing, isSampled, wording),
  };
}

function whatItMeans(
  { atCommonRows, interval, yardsticks }: LevelFigures,
  wording: Wording,
): string {
  const { view, count } = wording;
  const rows = count(atCommonRows.rows);
  if ('absence' in atCommonRows) {
    const isFewRows = atCommonRows.absence === 'too-few-rows';
    return joinSentences([
      fill(isFewRows ? view.tooFewForCommon : view.tooFewDifferent, rows),
      interval ? undefined : view.noInterval,
    ]);
  }
  if (!atCommonRows.interval) return view.noInterval;
  if (!yardsticks || yardsticks.length === 0) return view.notCompared;
  const positions = (['lower', 'similar', 'higher'] as const).map((position) =>
    count(yardsticks.filter((set) => set.position === position).length),
  );
  return fill(view.standingCounts, count(yardsticks.length), rows, ...positions);
}
