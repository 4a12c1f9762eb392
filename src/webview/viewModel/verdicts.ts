import { MEASURED_FIELDS, type LevelAction, type Standing } from '../panelTerms.ts';
import type { YardstickView } from '../chartViews.ts';
import type { LevelCardView } from '../levelViews.ts';
import type { Wording } from './wording.ts';

/** How one level stands, for the person who decides. */
export interface Verdict {
  readonly title: string;
  readonly field: string;
  readonly standing: Standing;
  /** The standing in a word or two. */
  readonly word: string;
  readonly lead?: string;
  readonly value: string;
  readonly unit: string;
  readonly interval?: string;
  readonly sentences: readonly string[];
  /** More rows, another source, or fewer rows. */
  readonly whatToDo: string;
  /** What helps with that; absent where nothing of Strata does. */
  readonly action?: LevelAction;
  readonly yardsticks?: YardstickView;
}

/** How each level stands in the field that it speaks of first, or the first that could be measured. */
export function verdicts(
  cards: readonly LevelCardView[],
  { page }: Pick<Wording, 'page'>,
): Verdict[] {
  return cards.flatMap(({ title, first, fields }) => {
    for (const field of [first, ...MEASURED_FIELDS]) {
      const view = fields[field];
      if (view.kind !== 'measured') continue;
      const { headline, standing, verdict, yardsticks } = view;
      const compared = verdict.comparison?.text;
      const sentences = [
        compared,
        compared === undefined || verdict.standing === 'unknown' ? verdict.means : undefined,
        standing[0]?.text,
      ];
      return [
        {
          title,
          field: page[field],
          standing: verdict.standing,
          word: verdict.word,
          ...(headline.lead !== undefined && { lead: headline.lead }),
          value: headline.value,
          unit: headline.unit,
          ...(headline.interval !== undefined && { interval: headline.interval }),
          sentences: sentences.filter((sentence) => sentence !== undefined),
          whatToDo: verdict.whatToDo,
          ...(verdict.action && { action: verdict.action }),
          ...(yardsticks && { yardsticks }),
        },
      ];
    }
    return [];
  });
}
