import type { LevelFigures } from '../../metrics/stats/levelFigures.ts';
import type { LevelAction, LevelId, Standing } from '../panelTerms.ts';
import type { VerdictView } from '../levelViews.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';

/** What can be done about a level: its wording is not widened by rows of other topics, but where it does not recur. */
const WIDENED_BY: Readonly<Record<LevelId, LevelAction>> = {
  macro: 'thin',
  meso: 'thin',
  micro: 'wording',
};

type Step = Pick<VerdictView, 'whatToDo' | 'action'>;

/** Twice the rows help where they bring at least so many times the kinds, and more than the 95 % interval has already. */
const LEAST_GROWTH = 1.05;

/**
 * What to do about a level: make more rows, take another source or fewer rows, by what twice the rows would bring, and half of
 * them. Where the curve does not tell, how to read it.
 * @param isSampled whether the file has more rows than the level was measured on
 */
export function levelStep(
  id: LevelId,
  level: LevelFigures,
  standing: Standing,
  isSampled: boolean,
  wording: Wording,
): Step {
  const { atCommonRows, curve, hill, interval } = level;
  const { view, amount, count } = wording;
  const action = WIDENED_BY[id];
  if ('absence' in atCommonRows) {
    if (atCommonRows.absence !== 'too-few-rows') {
      return { whatToDo: view.stepDifferentRows, ...(action === 'thin' && { action }) };
    }
    // Beyond twice the rows nothing is told.
    const needed = count(Math.ceil(atCommonRows.rows / 2));
    return {
      whatToDo: fill(view.stepRowsToCompare, needed, count(level.rows)),
      action: 'compare',
    };
  }
  const twice = curve.at(-1);
  if (!twice?.extrapolated || !interval) {
    return { whatToDo: wording.figures.growth.whatToDo };
  }
  const [now, then] = [amount(hill.q1), amount(twice.q1)];
  if (twice.q1 > interval.high && twice.q1 >= LEAST_GROWTH * hill.q1) {
    return isSampled
      ? { whatToDo: fill(view.stepRowsNotRead, count(level.rows), count(twice.rows), then) }
      : { whatToDo: fill(view.stepMoreRows, now, then), action };
  }
  const isSame = now === then;
  if (standing === 'narrow') {
    const template = isSame ? view.stepOtherSourceSame : view.stepOtherSource;
    return { whatToDo: fill(template, now, then), action };
  }
  const half = curve.findLast(({ rows }) => rows <= Math.ceil(level.rows / 2));
  if (half && half.q1 >= interval.low) {
    const whatToDo = fill(view.stepFewerRows, count(half.rows), amount(half.q1));
    return { whatToDo, action: 'selectSubset' };
  }
  return { whatToDo: fill(isSame ? view.stepEnoughSame : view.stepEnough, now, then) };
}
