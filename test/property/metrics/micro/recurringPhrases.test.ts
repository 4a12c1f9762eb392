import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recurringPhrases } from '../../../../src/metrics/micro/recurringPhrases.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';

const SEED_TOKENS = 4;
const MIN_ROWS = 3;
// Multiples of four are whole words (see `tokenQuarters`).
const word = fc.oneof(fc.nat({ max: 2 }), fc.nat({ max: 0x3fff_ffff })).map((value) => 4 * value);
// Some texts go round in circles.
const phrase = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 8 }),
  fc.tuple(word, fc.nat({ max: 20 })).map(([one, times]) => Array<number>(times + 1).fill(one)),
);
const someRows = fc
  .tuple(
    fc.array(phrase, { minLength: 1, maxLength: 3 }),
    fc.array(fc.array(phrase), { maxLength: 12 }),
  )
  .map(([common, rows]) =>
    rows.map((parts, row) => [...parts, common[row % common.length]!].flat()),
  );

/** In how many rows each sequence of so many tokens is, by its text. */
function rowCounts(rows: readonly (readonly number[])[], tokens: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const ngrams = row.slice(tokens - 1).map((_, at) => row.slice(at, at + tokens).join(' '));
    for (const ngram of new Set(ngrams)) counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  }
  return counts;
}

test('a phrase is in as many rows as are counted one by one, and is found wherever four words recur', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const column = tokenColumnBuilder();
      for (const row of rows) {
        for (const token of row) column.push(token);
        column.endRow();
      }
      const { values, offsets } = column.build();
      const { found, phrases } = recurringPhrases({ values, offsets }, MIN_ROWS, 1000);
      expect(phrases.length).toBe(found);
      for (const { start, length, rows: count } of phrases) {
        const text = values.slice(start, start + length).join(' ');
        expect(rowCounts(rows, length).get(text)).toBe(count);
      }
      const recurs = [...rowCounts(rows, SEED_TOKENS).values()].some((count) => count >= MIN_ROWS);
      expect(found > 0).toBe(recurs);
    }),
    { numRuns: 300 },
  );
});
