import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standardScores } from '../../../../src/metrics/flags/standardScores.ts';

const row = fc.record({
  value: fc.integer({ min: -1, max: 40 }).map((steps) => steps / 8),
  // Few lengths, so that many rows share those at which the thirds end.
  tokens: fc.integer({ min: 1, max: 6 }),
  script: fc.constantFrom('Latin' as const, 'Japanese' as const),
  order: fc.double({ min: 0, max: 1, noNaN: true }),
});

test('a row has the same score wherever in the file it stands', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 120 }), (rows) => {
      const scoresOf = (ordered: typeof rows) =>
        standardScores(
          Float32Array.from(ordered, ({ value }) => value),
          {
            scripts: ordered.map(({ script }) => script),
            tokens: Uint32Array.from(ordered, ({ tokens }) => tokens),
          },
          0.01,
        ).scores;
      const shuffled = rows.toSorted((a, b) => a.order - b.order);
      const scores = scoresOf(rows);
      const expected = shuffled.map((one) => scores[rows.indexOf(one)]!);
      expect([...scoresOf(shuffled)]).toEqual(expected);
    }),
  );
});
