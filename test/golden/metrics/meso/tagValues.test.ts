import { expect, test } from 'vitest';
import { createKindCounts } from '../../../../src/metrics/meso/kindCounts.ts';
import { measureMeso } from '../../../../src/metrics/meso/measureMeso.ts';
import { tagKinds } from '../../../../src/metrics/meso/tagKinds.ts';
import known from './tagValues.json' with { type: 'json' };

// Values made by tagValues.py, beside this file.
const counts = createKindCounts();
known.rows.forEach((tags, row) => counts.add(row, tagKinds(tags)));
const figures = measureMeso(counts.data(), { seed: 1, commonRows: 1000 })!;

test('NPMI and lift of tags that rows have together', () => {
  const { minRows, pairs } = figures.coOccurrence;
  expect(minRows).toBe(5);
  const sorted = pairs.map(({ names, ...pair }) => ({ ...pair, names: names.toSorted() }));
  expect(sorted.map(({ names }) => names)).toEqual(known.pairs.map(({ names }) => names));
  sorted.forEach(({ rows, lift, npmi }, at) => {
    const expected = known.pairs[at]!;
    expect(rows).toBe(expected.rows);
    expect(lift).toBeCloseTo(expected.lift, 12);
    expect(npmi).toBeCloseTo(expected.npmi, 12);
  });
});

test('tags that more or fewer rows have than an even spread gives', () => {
  const { rule, over, under, overCount, underCount } = figures.balance!;
  expect([rule, overCount, underCount]).toEqual([
    'even-spread',
    known.over.length,
    known.under.length,
  ]);
  const plain = ({ name, count }: { name: string; count: number }) => ({ name, count });
  expect(over.map(plain)).toEqual(known.over.map(plain));
  expect(under.map(plain)).toEqual(known.under.map(plain));
  for (const { expected } of [...over, ...under]) {
    expect(expected).toBeCloseTo(known.over[0]!.expected, 12);
  }
});
