import { expect, test } from 'vitest';
import { createKindCounts } from '../../../../src/metrics/meso/kindCounts.ts';
import { measureMeso } from '../../../../src/metrics/meso/measureMeso.ts';
import { tagKinds } from '../../../../src/metrics/meso/tagKinds.ts';

const options = { seed: 1, commonRows: 1000 };

test('is undefined where there is no row or no kind', () => {
  const counts = createKindCounts();
  expect(measureMeso(counts.data(), options)).toBeUndefined();
  counts.add(0, []);
  expect(measureMeso(counts.data(), options)).toBeUndefined();
});

test('shows a tag in the form that most rows have', () => {
  const counts = createKindCounts();
  ['QA', 'qa', 'QA', 'Qa'].forEach((tag, row) => counts.add(row, tagKinds([tag])));
  expect(measureMeso(counts.data(), options)?.top).toEqual([
    { name: 'QA', count: 4, exampleRows: [0, 1, 2, 3] },
  ]);
});

test('lists kinds by count and then by name, fifty at most', () => {
  const counts = createKindCounts();
  for (let row = 0; row < 60; row++)
    counts.add(row, tagKinds([`t${String(row).padStart(2, '0')}`]));
  counts.add(60, tagKinds(['t59']));
  const top = measureMeso(counts.data(), options)!.top;
  expect(top).toHaveLength(50);
  expect(top.slice(0, 3).map(({ name }) => name)).toEqual(['t59', 't00', 't01']);
});

test('names the source of most rows', () => {
  const counts = createKindCounts();
  counts.add(0, [{ name: 'x', source: 'key-phrases' }]);
  counts.add(1, [{ name: 'write story', verb: 'write', noun: 'story', source: 'verb-noun' }]);
  counts.add(2, [{ name: 'y', source: 'key-phrases' }]);
  expect(measureMeso(counts.data(), options)).toMatchObject({ source: 'key-phrases', kinds: 3 });
});
