import type { LevelCardView, LevelFieldView } from '../levelViews.ts';
import type { FlagEntry } from './flagEntries.ts';
import type { Wording } from './wording.ts';

/**
 * Cards that name the rows which repeat others, where fewer rows would keep a level's diversity: a clean copy leaves these out before
 * any row is chosen.
 */
export function withCopiesFirst(
  cards: readonly LevelCardView[],
  flags: readonly FlagEntry[],
  { view }: Pick<Wording, 'view'>,
): readonly LevelCardView[] {
  if (!flags.some(({ kind }) => kind === 'exact-duplicate')) return cards;
  const one = (field: LevelFieldView): LevelFieldView =>
    field.kind === 'measured' && field.verdict.action === 'selectSubset'
      ? { ...field, verdict: { ...field.verdict, copiesFirst: view.copiesFirst } }
      : field;
  return cards.map((card) => {
    const { instruction, response, whole } = card.fields;
    return {
      ...card,
      fields: { instruction: one(instruction), response: one(response), whole: one(whole) },
    };
  });
}
