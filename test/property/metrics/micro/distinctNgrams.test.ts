import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctNgramShares } from '../../../../src/metrics/micro/distinctNgrams.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';

const columnOf = (rows: readonly (readonly number[])[]) => {
  const column = tokenColumnBuilder();
  for (const row of rows) {
    row.forEach((token) => column.push(token));
    column.endRow();
  }
  return column.build();
};

const distinctShare = (rows: readonly (readonly number[])[], n: number) =>
  distinctNgramShares([columnOf(rows)], n)[n - 1]!.together;

function byStrings(rows: readonly (readonly number[])[], n: number): number | undefined {
  const ngrams = rows.flatMap((row) =>
    row.slice(n - 1).map((_, start) => row.slice(start, start + n).join(' ')),
  );
  return ngrams.length === 0 ? undefined : new Set(ngrams).size / ngrams.length;
}

const token = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 1000 }));
const someRows = fc.array(fc.array(token, { maxLength: 12 }), { maxLength: 20 });
const someN = fc.integer({ min: 1, max: 5 });

describe('distinctNgramShares', () => {
  it('equal counts of n-grams of each column and of the rows of all, written out as text', () => {
    const someColumns = fc.array(someRows, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(someColumns, someN, (columns, longest) => {
        const shares = distinctNgramShares(columns.map(columnOf), longest);
        expect(shares).toEqual(
          Array.from({ length: longest }, (_, at) => ({
            each: columns.map((rows) => byStrings(rows, at + 1)),
            together: byStrings(columns.flat(), at + 1),
          })),
        );
      }),
    );
  });

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(someRows, someN, (rows, n) => {
        expect(distinctShare(rows.toReversed(), n)).toBe(distinctShare(rows, n));
      }),
    );
  });

  it('halve when every row is there twice', () => {
    fc.assert(
      fc.property(someRows, someN, (rows, n) => {
        const once = distinctShare(rows, n);
        const twice = distinctShare([...rows, ...rows], n);
        expect(twice).toBe(once === undefined ? undefined : once / 2);
      }),
    );
  });
});
