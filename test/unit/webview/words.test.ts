import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { englishFigureWords } from '../../../src/webview/viewModel/figureWords.ts';
import { englishQualityWords } from '../../../src/webview/viewModel/qualityWords.ts';
import { englishViewWords } from '../../../src/webview/viewModel/viewWords.ts';
import { englishPageWords } from '../../../src/webview/words.ts';

const bundle = new URL('../../../l10n/bundle.l10n.ja.json', import.meta.url);
const japanese = JSON.parse(readFileSync(bundle, 'utf8')) as Record<string, string>;
const english = [
  ...Object.values(englishPageWords),
  ...Object.values(englishViewWords),
  ...Object.values(englishFigureWords).flatMap((words) => Object.values(words)),
  ...Object.values(englishQualityWords).flatMap((words) => Object.values(words)),
];
const places = (text: string) => (text.match(/\{\d+\}/g) ?? []).toSorted();

describe('the words of the panel', () => {
  test('are all there in Japanese', () => {
    expect(english.filter((words) => !japanese[words])).toEqual([]);
  });

  test('say in Japanese every value that they say in English, and no other', () => {
    const distinct = (words: string) => [...new Set(places(words))].join();
    const different = english.filter(
      (words) => distinct(words) !== distinct(japanese[words] ?? ''),
    );
    expect(different).toEqual([]);
  });
});
