import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { englishFigureWords } from '../../../src/webview/viewModel/figureWords.ts';
import { englishViewWords } from '../../../src/webview/viewModel/viewWords.ts';
import { englishPageWords } from '../../../src/webview/words.ts';

const bundle = new URL('../../../l10n/bundle.l10n.ja.json', import.meta.url);
const japanese = JSON.parse(readFileSync(bundle, 'utf8')) as Record<string, string>;
const english = [
  ...Object.values(englishPageWords),
  ...Object.values(englishViewWords),
  ...Object.values(englishFigureWords).flatMap((words) => Object.values(words)),
];
const places = (text: string) => (text.match(/\{\d+\}/g) ?? []).toSorted();

describe('the words of the panel', () => {
  test('are all there in Japanese', () => {
    expect(english.filter((words) => !japanese[words])).toEqual([]);
  });

  test('name in Japanese no value that is not filled in', () => {
    const different = english.filter((words) => {
      const own = new Set(places(words));
      return places(japanese[words] ?? '').some((place) => !own.has(place));
    });
    expect(different).toEqual([]);
  });
});
