import { expect, test } from 'vitest';
import { flagEntries } from '../../../../src/webview/viewModel/flagEntries.ts';
import { toLevelCards } from '../../../../src/webview/viewModel/levelCards.ts';
import { withCopiesFirst } from '../../../../src/webview/viewModel/withCopiesFirst.ts';
import type { LevelAction } from '../../../../src/webview/panelTerms.ts';
import type { LevelCardView } from '../../../../src/webview/levelViews.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { sampleReport } from '../sampleReport.ts';

const wording = createWording((english) => english, 'en');
const flags = flagEntries(sampleReport);

/** The sample's cards, each of which says that an action helps. */
const cardsWith = (action: LevelAction): LevelCardView[] =>
  toLevelCards(sampleReport.levels, [], wording).map((card) => {
    const { instruction } = card.fields;
    if (instruction.kind !== 'measured') return card;
    const verdict = { ...instruction.verdict, action };
    return { ...card, fields: { ...card.fields, instruction: { ...instruction, verdict } } };
  });

const said = (cards: readonly LevelCardView[]) =>
  cards.flatMap(({ fields: { instruction } }) =>
    instruction.kind === 'measured' ? (instruction.verdict.copiesFirst ?? []) : [],
  );

test('where fewer rows would do, the rows that repeat others go first', () => {
  const [text, ...others] = said(withCopiesFirst(cardsWith('selectSubset'), flags, wording));
  expect(text).toBe('Rows that only repeat others can go first, and nothing is lost with them.');
  expect(new Set(others)).toEqual(new Set([text]));
});

test('not where more rows help, and not where no row only repeats another', () => {
  expect(said(withCopiesFirst(cardsWith('thin'), flags, wording))).toEqual([]);
  const different = flags.filter(({ kind }) => kind !== 'exact-duplicate');
  expect(different.length).toBeGreaterThan(0);
  expect(said(withCopiesFirst(cardsWith('selectSubset'), different, wording))).toEqual([]);
});
