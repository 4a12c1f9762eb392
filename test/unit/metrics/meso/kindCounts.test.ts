import { expect, test } from 'vitest';
import { createKindCounts, MAX_KINDS_PER_ROW } from '../../../../src/metrics/meso/kindCounts.ts';
import type { KindOfRow } from '../../../../src/metrics/meso/kindOfRow.ts';

const tag = (name: string): KindOfRow => ({ name, source: 'tags' });

test('counts rows and not mentions', () => {
  const counts = createKindCounts();
  counts.add(0, [tag('a'), tag('a'), tag('b')]);
  counts.add(1, [tag('a')]);
  counts.add(2, []);
  const data = counts.data();
  expect(data.names).toEqual(['a', 'b']);
  expect([...data.rowIndexes]).toEqual([0, 1, 2]);
  expect([...data.kindsOfRows.values]).toEqual([0, 1, 0]);
  expect([...data.kindsOfRows.offsets]).toEqual([0, 2, 3, 3]);
  expect(data).toMatchObject({ rows: 3, rowsWithoutKind: 1, rowsBySource: { tags: 2 } });
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
