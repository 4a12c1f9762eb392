import { isMeasured } from '../engine/report.ts';
import type { Levels } from '../engine/report.ts';
import type { LevelFigures } from '../metrics/stats/levelFigures.ts';
import { MEASURED_FIELDS } from '../webview/panelTerms.ts';
import type { LevelCardView, LevelFieldView } from '../webview/panelViews.ts';
import { fill } from '../webview/viewModel/wording.ts';
import type { DocumentContext } from './buildDocument.ts';
import type { Standing, Verdict } from './document.ts';

/** How each level stands in the field that it speaks of first, or the first that could be measured. */
export function verdicts(
  levels: Levels,
  cards: readonly LevelCardView[],
  context: DocumentContext,
): Verdict[] {
  const { wording, words } = context;
  return cards.flatMap((card) => {
    const field = [card.first, ...MEASURED_FIELDS].find(
      (name) => card.fields[name].kind === 'measured',
    );
    if (!field) return [];
    const figures = levels[card.level][field];
    const standing = isMeasured(figures) ? standingAmong(figures) : 'unknown';
    const view = card.fields[field] as Extract<LevelFieldView, { kind: 'measured' }>;
    const [compared, ...others] = view.standing.map(({ text }) => text);
    const couldCompare = isMeasured(figures) && 'interval' in figures.atCommonRows;
    const without = couldCompare && !view.yardsticks ? words.notCompared : undefined;
    const sentences = [compared, without, others[0]];
    return [
      {
        title: card.title,
        field: wording.page[field],
        standing,
        word: words[`standing.${standing}`],
        ...(view.headline.lead !== undefined && { lead: view.headline.lead }),
        value: view.headline.value,
        unit: view.headline.unit,
        ...(view.headline.interval !== undefined && { interval: view.headline.interval }),
        sentences: sentences.filter((sentence) => sentence !== undefined),
        whatToDo: isMeasured(figures)
          ? adviceOnRows(figures, context)
          : wording.figures.growth.whatToDo,
        ...(view.yardsticks && { yardsticks: view.yardsticks }),
      },
    ];
  });
}

/**
 * Whether to make more rows or to take another source, by what twice the rows would bring: as much as the file may have by
 * chance is nothing. Where that is not known, how to read the curve.
 */
export function adviceOnRows(
  { curve, hill, interval }: Pick<LevelFigures, 'curve' | 'hill' | 'interval'>,
  { wording, words }: DocumentContext,
): string {
  const last = curve.at(-1);
  if (!last?.extrapolated || !interval) return wording.figures.growth.whatToDo;
  const [now, then] = [wording.amount(hill.q1), wording.amount(last.q1)];
  return last.q1 <= interval.high
    ? fill(words.stepOtherSource, then)
    : fill(words.stepMoreRows, now, then);
}

/** By the share of public sets below the file at the same number of rows; those whose intervals overlap count half. */
export function standingAmong({ yardsticks }: Pick<LevelFigures, 'yardsticks'>): Standing {
  if (!yardsticks || yardsticks.length === 0) return 'unknown';
  const below = yardsticks.filter(({ position }) => position === 'lower').length;
  const similar = yardsticks.filter(({ position }) => position === 'similar').length;
  const share = (below + similar / 2) / yardsticks.length;
  if (share >= 2 / 3) return 'broad';
  return share <= 1 / 3 ? 'narrow' : 'usual';
}
