import { expect, test } from 'vitest';
import { englishStrings } from './englishStrings.ts';
import { readJson } from './sources.ts';

const japanese = readJson('l10n/bundle.l10n.ja.json') as Readonly<Record<string, string>>;

test('every word that a person reads has its Japanese', () => {
  expect(englishStrings.filter((key) => !japanese[key])).toEqual([]);
});

test('no Japanese is left over for words that are gone', () => {
  expect(Object.keys(japanese).filter((key) => !englishStrings.includes(key))).toEqual([]);
});

test('a translation has the same places for figures as its English', () => {
  const places = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort();
  for (const [key, translation] of Object.entries(japanese)) {
    expect(places(translation), key).toEqual(places(key));
  }
});

/** What is called the same in Japanese: formats, measures, and the names of programs. */
const SAME = [
  ...['KTO (messages)', 'KTO', 'Self-instruct', 'Alpaca', 'SHA-256', 'interleave_datasets'],
  ...['NPMI', 'NovelSum', 'DCScore', 'Distinct-1 / 2 / 3', 'EAD', 'MATTR', 'MTLD', 'HD-D'],
  ...['MAUVE', 'MMD²', 'distinct-1/2/3 {0}', 'Jaccard ≥ {0}'],
];

test('a translation is Japanese, but for names', () => {
  const untranslated = Object.entries(japanese).filter(
    ([, text]) => /[A-Za-z]{2}/u.test(text) && !/[ぁ-んァ-ヶ一-龠]/u.test(text),
  );
  expect(untranslated.map(([key]) => key).sort()).toEqual(SAME.toSorted());
});
