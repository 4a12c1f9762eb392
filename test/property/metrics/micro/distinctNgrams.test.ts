import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distinctNgramShare,
  distinctNgramShares,
} from '../../../../src/metrics/micro/distinctNgrams.ts';
import { distinctPairs } from '../../../../src/metrics/micro/distinctPairs.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';

const columnOf = (rows: readonly (readonly number[])[]) => {
  const column = tokenColumnBuilder();
  for (const row of rows) {
    row.forEach((token) => column.push(token));
    column.endRow();
  }
  return column.build();
};

function byStrings(rows: readonly (readonly number[])[], n: number): number | undefined {
  const ngrams = rows.flatMap((row) =>
    row.slice(n - 1).map((_, start) => row.slice(start, start + n).join(' ')),
  );
  return ngrams.length === 0 ? undefined : new Set(ngrams).size / ngrams.length;
}

const token = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 0xffff_ffff }));
const someRows = fc.array(fc.array(token, { maxLength: 12 }), { maxLength: 20 });
const someN = fc.integer({ min: 1, max: 5 });

describe('distinctNgramShare', () => {
  it('equals a count of n-grams written out as text', () => {
    fc.assert(
      fc.property(someRows, someN, (rows, n) => {
        expect(distinctNgramShare(columnOf(rows), n)).toBe(byStrings(rows, n));
      }),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(someRows, someN, (rows, n) => {
        const reversed = rows.toReversed();
        expect(distinctNgramShare(columnOf(reversed), n)).toBe(
          distinctNgramShare(columnOf(rows), n),
        );
      }),
    );
  });

  it('halves when every row is there twice', () => {
    fc.assert(
      fc.property(someRows, someN, (rows, n) => {
        const once = distinctNgramShare(columnOf(rows), n);
        const twice = distinctNgramShare(columnOf([...rows, ...rows]), n);
        expect(twice).toBe(once === undefined ? undefined : once / 2);
      }),
    );
  });
});

describe('distinctNgramShares', () => {
  it('equals a count of each column and of the rows of all, written out as text', () => {
    fc.assert(
      fc.property(fc.array(someRows, { minLength: 1, maxLength: 3 }), someN, (columns, n) => {
        const { each, together } = distinctNgramShares(columns.map(columnOf), n);
        expect(each).toEqual(columns.map((rows) => byStrings(rows, n)));
        expect(together).toBe(byStrings(columns.flat(), n));
      }),
    );
  });
});

describe('distinctPairs', () => {
  it('counts the same whatever the length of its buffer, and starts anew after each count', () => {
    const pair = fc.tuple(token, token);
    fc.assert(
      fc.property(fc.array(pair), fc.integer({ min: 1, max: 50 }), (pairs, bufferLength) => {
        const seen = distinctPairs(bufferLength);
        const expected = new Set(pairs.map(String)).size;
        for (let round = 0; round < 2; round++) {
          for (const [first, second] of pairs) seen.add(first, second);
          expect(seen.take()).toBe(expected);
        }
      }),
    );
  });
});
