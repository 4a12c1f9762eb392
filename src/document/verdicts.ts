import type { LevelCardView } from '../webview/panelViews.ts';
import { MEASURED_FIELDS } from '../webview/panelTerms.ts';
import type { Wording } from '../webview/viewModel/wording.ts';
import type { Verdict } from './document.ts';

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
          ...(yardsticks && { yardsticks }),
        },
      ];
    }
    return [];
  });
}
