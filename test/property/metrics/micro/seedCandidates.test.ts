import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedCandidates } from '../../../../src/metrics/micro/seedCandidates.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';

const SEED_TOKENS = 4;
const MIN_ROWS = 3;

/** The rows as a column, with the seeds that start in it and whether each of them is marked. */
function seedsOf(rows: readonly (readonly number[])[]) {
  const column = tokenColumnBuilder();
  for (const row of rows) {
    for (const token of row) column.push(token);
    column.endRow();
  }
  const { values, offsets } = column.build();
  const lengths = new Uint8Array(values.length);
  const seeds = rows.flatMap((row, number) =>
    row.slice(SEED_TOKENS - 1).map((_, at) => {
      const place = offsets[number]! + at;
      lengths[place] = SEED_TOKENS;
      return { row: number, place, text: values.slice(place, place + SEED_TOKENS).join(' ') };
    }),
  );
  const marks = seedCandidates({ values, offsets }, lengths, MIN_ROWS);
  return { marks, seeds: seeds.map((seed) => ({ ...seed, isMarked: marks[seed.place] === 1 })) };
}

test('every seed that is in enough rows is marked, and nothing where no seed starts', () => {
  const word = fc.oneof(fc.nat({ max: 2 }), fc.nat({ max: 0xffff_ffff }));
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 12 }), (rows) => {
      const { marks, seeds } = seedsOf(rows);
      for (const { text, isMarked } of seeds) {
        const rowsOfSeed = new Set(seeds.filter((s) => s.text === text).map(({ row }) => row));
        if (rowsOfSeed.size >= MIN_ROWS) expect(isMarked).toBe(true);
      }
      expect(marks.reduce((sum, mark) => sum + mark, 0)).toBe(
        seeds.filter(({ isMarked }) => isMarked).length,
      );
    }),
    { numRuns: 300 },
  );
});

test('a seed of rare pairs is not marked, nor one of frequent pairs that is in too few rows', () => {
  const frequentPairs = [1, 2, 3, 4, 5, 1, 2].map((token, at) => [
    9 + at,
    token,
    token + 1,
    20 + at,
  ]);
  const rows = [[1, 2, 3, 4, 5, 6], ...frequentPairs, ...frequentPairs, [1, 2, 3, 4]];
  expect(seedsOf(rows).seeds.filter(({ isMarked }) => isMarked)).toEqual([]);
});

test('a text that says the same again and again is one row', () => {
  const circling = Array<number>(50).fill(7);
  const marksOf = (rows: number[][]) => seedsOf(rows).seeds.some(({ isMarked }) => isMarked);
  expect(marksOf([circling, circling])).toBe(false);
  expect(marksOf([circling, circling, [7, 7, 7, 7]])).toBe(true);
});
