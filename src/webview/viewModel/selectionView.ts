import { headlineText } from '../headlineText.ts';
import type { Report } from '../../engine/report.ts';
import { MEASURED_FIELDS } from '../protocol.ts';
import type { ComparedLevel, SelectionView } from '../rowsProtocol.ts';
import { toLevelCards } from './levelCards.ts';
import { fill, type Wording } from './wording.ts';

/** The figures of the selected rows beside those of the whole file, level by level; all are the levels' own. */
export function toSelectionView(
  selection: Report,
  whole: Report,
  wording: Wording,
): Extract<SelectionView, { kind: 'done' }> {
  const { view, page, count } = wording;
  const wholeCards = toLevelCards(whole.levels, whole.sampled, wording);
  const levels = toLevelCards(selection.levels, selection.sampled, wording).flatMap(
    (card, index): ComparedLevel[] =>
      MEASURED_FIELDS.flatMap((field) => {
        const ofSelection = card.fields[field];
        const ofWhole = wholeCards[index]?.fields[field];
        if (ofSelection.kind !== 'measured' || ofWhole?.kind !== 'measured') return [];
        const valueInWhole = new Map(ofWhole.figures.map(({ label, value }) => [label, value]));
        return [
          {
            title: card.title,
            field: page[field],
            headline: {
              selection: headlineText(ofSelection.headline),
              whole: headlineText(ofWhole.headline),
            },
            figures: ofSelection.figures.map(({ label, value }) => ({
              label,
              selection: value,
              whole: valueInWhole.get(label) ?? '–',
            })),
          },
        ];
      }),
  );
  const rows = [count(selection.file.rows), count(whole.file.rows)];
  return { kind: 'done', sentence: fill(view.selectionSentence, ...rows), levels };
}
