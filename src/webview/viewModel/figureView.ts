import type { FigureId } from '../../glossary/figures.ts';
import type { Interval, LevelFigures } from '../../metrics/stats/levelFigures.ts';
import type { Explanation, FigureView, LevelFieldView } from '../protocol.ts';
import type { Wording } from './wording.ts';
import { fill, joinSentences } from './wording.ts';

/** What a level says of one field by itself; what all levels have is added by `levelFieldView`. */
export type LevelFieldBody = Pick<
  Extract<LevelFieldView, { kind: 'measured' }>,
  'headline' | 'sentence' | 'chart' | 'figures' | 'tables' | 'notes'
>;

/** One figure with its explanation; none where the statistic is undefined. */
export function figureView(
  id: FigureId,
  value: string | undefined,
  wording: Wording,
): FigureView[] {
  if (value === undefined) return [];
  return [{ id, label: wording.figures[id].label, value, explanation: explanationOf(id, wording) }];
}

export function explanationOf(id: FigureId, { figures }: Wording): Explanation {
  const { means, range, meansNot, whatToDo, formula, source } = figures[id];
  return { means, range, meansNot, whatToDo, formula, source };
}

/** What all levels have below their own figures. */
export function commonFigures(level: LevelFigures, wording: Wording): FigureView[] {
  const { sampleCoverage, evenness } = level;
  return [
    ...figureView('coverage', whenDefined(sampleCoverage, wording.percent), wording),
    ...figureView(
      'evenness',
      whenDefined(evenness, (value) => wording.decimal(value, 2)),
      wording,
    ),
    ...figureView('dominance', wording.amount(level.hill.q2), wording),
  ];
}

/** @param template `{0}` is the effective number of kinds, `{1}` the number of kinds */
export function headline(
  level: LevelFigures,
  template: string,
  wording: Wording,
): LevelFieldBody['headline'] {
  const value = wording.amount(level.hill.q1);
  const [lead, unit = ''] = template.split('{0}').map((part) => part.trim());
  return {
    ...(lead && { lead }),
    value,
    unit: fill(unit, value, wording.count(level.hill.q0)),
    ...(level.interval && { interval: intervalText(level.interval, wording) }),
    explanation: explanationOf('effectiveNumber', wording),
  };
}

/** `95 %: 16–20`, with one more digit where both ends would look the same. */
export function intervalText({ low, high }: Interval, wording: Wording): string {
  const same = wording.amount(low) === wording.amount(high);
  const format = same ? (value: number) => wording.decimal(value, 1) : wording.amount;
  return fill(wording.view.interval, format(low), format(high));
}

/** The sentences of a level, the coverage last; empty ones are left out. */
export function levelSentence(
  sentences: readonly (string | undefined)[],
  level: LevelFigures,
  wording: Wording,
): string {
  const coverage = whenDefined(level.sampleCoverage, (share) =>
    fill(wording.view.coverageSentence, wording.percent(share)),
  );
  return joinSentences([...sentences, coverage]);
}

export function whenDefined<T, R>(value: T | undefined, then: (value: T) => R): R | undefined {
  return value === undefined ? undefined : then(value);
}
