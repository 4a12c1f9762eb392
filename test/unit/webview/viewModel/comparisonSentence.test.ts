import { expect, test } from 'vitest';
import { comparisonSentence } from '../../../../src/webview/viewModel/comparisonSentence.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { readJson } from '../../../contract/sources.ts';
import { measuredLevels } from '../measuredLevels.ts';
import { withoutIntervals } from '../withoutIntervals.ts';
import { withYardsticks } from '../withYardsticks.ts';

const wording = createWording((english) => english, 'en');
const { macro } = measuredLevels;
const said = (level: typeof macro, words = wording) => comparisonSentence(level, words)?.text;

test('public sets are named with their figures, nearest first', () => {
  expect(said(withYardsticks(macro))).toBe(
    'At 1,000 rows the headline would be 20 (95%: 18–22). That is more than Lowest (5.0). ' +
      'It is about as many as Alike (21): the intervals overlap. It is fewer than Higher (30), Far above (80).',
  );
});

test('three sets of a kind are named, and the others counted', () => {
  const yardsticks = ['A', 'B', 'C', 'D', 'E'].map((name, at) => ({
    name,
    q1: 2 + at,
    low: 2 + at,
    high: 2 + at,
    position: 'lower' as const,
  }));
  expect(said({ ...withYardsticks(macro), yardsticks })).toContain(
    'That is more than E (6.0), D (5.0), C (4.0), 2 more.',
  );
});

test('rows that are extrapolated are said to be', () => {
  const level = withYardsticks(macro);
  const atCommonRows = { ...level.atCommonRows, extrapolated: true };
  expect(said({ ...level, atCommonRows })).toMatch(
    /^At 1,000 rows, more than there are, the headline would be 20/,
  );
});

test('the figure stands alone without an interval, and there is none where rows are too few', () => {
  expect(said(withoutIntervals(withYardsticks(macro)))).toBe(
    'At 1,000 rows the headline would be 20.',
  );
  expect(said(macro)).toBeUndefined();
});

test('it has the glossary’s explanation, and no place left open in Japanese', () => {
  const { label } = comparisonSentence(withYardsticks(macro), wording)!.explained!;
  expect(label).toBe(wording.figures.atCommonRows.label);
  const words = readJson('l10n/bundle.l10n.ja.json') as Record<string, string>;
  const japanese = createWording((english) => words[english] ?? english, 'ja');
  expect(said(withYardsticks(macro), japanese)).toMatch(/^(?!.*\{\d).*\p{sc=Hiragana}/u);
});
