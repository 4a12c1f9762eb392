import { expect, test } from 'vitest';
import { wordMeanings } from '../../../../src/metrics/embed/wordMeanings.ts';
import { baseForm } from '../../../../src/metrics/meso/baseForm.ts';
import { createEnglishTagger } from '../../../../src/metrics/meso/englishTagger.ts';
import { createKindCounts } from '../../../../src/metrics/meso/kindCounts.ts';
import type { KindOfRow } from '../../../../src/metrics/meso/kindOfRow.ts';
import { measureMeso } from '../../../../src/metrics/meso/measureMeso.ts';
import { mergeKinds } from '../../../../src/metrics/meso/mergeKinds.ts';
import { tagKinds } from '../../../../src/metrics/meso/tagKinds.ts';
import { builtInTable } from '../embed/builtInTable.ts';

const tools = { meanings: wordMeanings(builtInTable), tag: createEnglishTagger() };

const measured = (rows: readonly (readonly KindOfRow[])[]) => {
  const counts = createKindCounts();
  rows.forEach((kinds, row) => counts.add(row, kinds));
  const data = counts.data();
  return measureMeso(data, { seed: 1, commonRows: 1000 }, mergeKinds(data, tools))!;
};
const pair = (verb: string, noun: string): KindOfRow => ({
  name: `${verb} ${noun}`,
  verb,
  noun,
  source: 'verb-noun',
});

test.each([
  ['refund_requests', 'refund request'],
  ['refund-request', 'refund request'],
  ['children', 'child'],
  ['banking', 'banking'],
  ['news', 'news'],
  ['返金', '返金'],
  ['___', '___'],
])('the base form of %s is %s', (name, form) => {
  expect(baseForm(name, tools.tag)).toBe(form);
});

test('tags in singular and plural, and synonyms, are one kind with the most frequent name', () => {
  const rows = [['Bike'], ['bikes'], ['Bike', 'bicycle'], ['bike lane']].map((tags) =>
    tagKinds(tags),
  );
  const { top, kinds, kindsBeforeMerging, kindsPerRow } = measured(rows);
  expect(top).toEqual([
    { name: 'Bike', count: 3, also: ['bicycle', 'bikes'], exampleRows: [0, 1, 2] },
    { name: 'bike lane', count: 1, exampleRows: [3] },
  ]);
  expect([kindsBeforeMerging, kinds, kindsPerRow]).toEqual([4, 2, 1]);
});

test('verbs and nouns are merged each among their own', () => {
  const { top, verbs } = measured([
    [pair('start', 'bike')],
    [pair('start', 'car')],
    [pair('begin', 'bicycle')],
    [pair('stop', 'bike')],
  ]);
  expect(top[0]).toEqual({
    name: 'start bike',
    verb: 'start',
    noun: 'bike',
    count: 2,
    also: ['begin bicycle'],
    exampleRows: [0, 2],
  });
  expect(verbs?.top.map(({ name, count }) => [name, count])).toEqual([
    ['start', 3],
    ['stop', 1],
  ]);
});

test('opposites and words of one root stay apart', () => {
  const rows = [['buy'], ['sell'], ['wine'], ['winery'], ['card payment'], ['card arrival']];
  expect(measured(rows.map((tags) => tagKinds(tags))).kinds).toBe(6);
});
