import { expect, test } from 'vitest';
import { createKindCounts } from '../../../../src/metrics/meso/kindCounts.ts';
import type { KindOfRow } from '../../../../src/metrics/meso/kindOfRow.ts';
import { measureMeso } from '../../../../src/metrics/meso/measureMeso.ts';

const measured = (rows: readonly (readonly KindOfRow[])[]) => {
  const counts = createKindCounts();
  rows.forEach((kinds, row) => counts.add(row, kinds));
  return measureMeso(counts.data(), { seed: 1, commonRows: 1000 })!;
};
const tags = (...names: string[]): KindOfRow[] =>
  names.map((name) => ({ name, source: 'tags' as const }));
const pair = (verb: string, noun: string): KindOfRow[] => [
  { name: `${verb} ${noun}`, verb, noun, source: 'verb-noun' },
];
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

test('kinds that are evenly spread are all in balance', () => {
  const { balance } = measured(['a', 'b', 'c', 'd'].flatMap((name) => times(20, tags(name))));
  expect(balance).toEqual({
    rule: 'even-spread',
    overCount: 0,
    over: [],
    underCount: 0,
    under: [],
  });
});

// 200 rows over 4 kinds: 50 expected. P(X ≥ 140), P(X ≤ 10) and P(X ≤ 2) at mean 50 are below .05 / 4; P(X ≤ 48) = .42 is not.
test('lists what is far from the mean, the furthest first, with rows', () => {
  const { balance } = measured([
    ...times(140, tags('large')),
    ...times(48, tags('usual')),
    ...times(10, tags('small')),
    ...times(2, tags('tiny')),
  ]);
  expect(balance).toMatchObject({ rule: 'even-spread', overCount: 1, underCount: 2 });
  expect(balance?.over).toEqual([
    { name: 'large', count: 140, expected: 50, exampleRows: [0, 1, 2, 3, 4] },
  ]);
  expect(balance?.under.map(({ name }) => name)).toEqual(['tiny', 'small']);
});

// Margins by hand: write 60, set 60, of 120; story 50, alarm 50, text 20. Expected: write story 60 · 50 / 120 = 25.
test('compares pairs with verbs and nouns that go together by chance', () => {
  const { balance } = measured([
    ...times(49, pair('write', 'story')),
    ...times(49, pair('set', 'alarm')),
    ...times(10, pair('write', 'text')),
    ...times(10, pair('set', 'text')),
    ...times(1, pair('write', 'alarm')),
    ...times(1, pair('set', 'story')),
  ]);
  expect(balance?.rule).toBe('independence');
  expect(balance?.over.map(({ name, expected }) => [name, expected])).toEqual([
    ['set alarm', 25],
    ['write story', 25],
  ]);
  expect(balance?.under.map(({ name, expected }) => [name, expected])).toEqual([
    ['set story', 25],
    ['write alarm', 25],
  ]);
});

// 100 rows: a in 20, b in 20, both in 10. Lift = 10 · 100 / (20 · 20) = 2.5; NPMI = ln 2.5 / ln 10.
test('finds kinds that go together, with lift and normalised pointwise mutual information', () => {
  const { coOccurrence } = measured([
    ...times(10, tags('a', 'b')),
    ...times(10, tags('a')),
    ...times(10, tags('b')),
    ...times(4, tags('c', 'd')),
    ...times(66, tags('rest')),
  ]);
  expect(coOccurrence.minRows).toBe(5);
  expect(coOccurrence.pairs).toHaveLength(1);
  const [found] = coOccurrence.pairs;
  expect(found).toMatchObject({ names: ['a', 'b'], rows: 10, exampleRows: [0, 1, 2, 3, 4] });
  expect(found?.lift).toBeCloseTo(2.5, 12);
  expect(found?.npmi).toBeCloseTo(Math.log10(2.5), 12);
});
