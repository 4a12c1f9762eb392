import { expect, test } from 'vitest';
import {
  createKindCounts,
  EXAMPLE_ROWS,
  MAX_KINDS_PER_ROW,
} from '../../../../src/metrics/meso/kindCounts.ts';
import type { KindOfRow } from '../../../../src/metrics/meso/kindOfRow.ts';

const tag = (name: string): KindOfRow => ({ name, source: 'tags' });

test('counts rows and not mentions', () => {
  const counts = createKindCounts();
  counts.add(0, [tag('a'), tag('a'), tag('b')]);
  counts.add(1, [tag('a')]);
  counts.add(2, []);
  const data = counts.data();
  expect(data.names).toEqual(['a', 'b']);
  expect([...data.counts]).toEqual([2, 1]);
  expect(data).toMatchObject({ rows: 3, rowsWithoutKind: 1, rowsBySource: { tags: 2 } });
});

test('keeps the smallest row indexes as examples, in whatever order rows come', () => {
  const counts = createKindCounts();
  for (const row of [9, 3, 7, 1, 8, 0, 5]) counts.add(row, [tag('a')]);
  expect([...counts.data().examples]).toEqual([0, 1, 3, 5, 7]);
});

test('grows past its first room', () => {
  const counts = createKindCounts();
  for (let row = 0; row < 1_000; row++) counts.add(row, [tag(`kind ${row}`)]);
  const data = counts.data();
  expect(data.counts).toHaveLength(1_000);
  expect(data.examples[999 * EXAMPLE_ROWS]).toBe(999);
});

test('counts what it drops of a row with too many kinds', () => {
  const counts = createKindCounts();
  counts.add(
    0,
    Array.from({ length: MAX_KINDS_PER_ROW + 3 }, (_, i) => tag(`t${i}`)),
  );
  expect(counts.data().names).toHaveLength(MAX_KINDS_PER_ROW);
  expect(counts.data().droppedKinds).toBe(3);
});

test('gives data that survive structuredClone', () => {
  const counts = createKindCounts();
  counts.add(0, [{ name: 'write story', verb: 'write', noun: 'story', source: 'verb-noun' }]);
  expect(structuredClone(counts.data())).toEqual(counts.data());
});

test('lets the pair stand where a phrase has the same name', () => {
  const pair: KindOfRow = { name: 'a b', verb: 'a', noun: 'b', source: 'verb-noun' };
  const phrase: KindOfRow = { name: 'a b', source: 'key-phrases' };
  for (const order of [
    [pair, phrase],
    [phrase, pair],
  ]) {
    const counts = createKindCounts();
    order.forEach((kind, row) => counts.add(row, [kind]));
    expect(counts.data().pairs).toEqual([['a', 'b']]);
  }
});
