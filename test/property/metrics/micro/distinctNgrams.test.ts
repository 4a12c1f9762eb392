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
  it('counts each part and all of them as sets do, in whatever blocks the pairs come', () => {
    const pair = fc.tuple(token, token);
    const blocks = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.array(pair, { maxLength: 40 })));
    fc.assert(
      fc.property(blocks, fc.integer({ min: 1, max: 1 << 20 }), (blocksOfParts, expected) => {
        const pairs = distinctPairs(3, expected);
        const sets = [0, 1, 2].map(() => new Set<string>());
        const numbers = (block: readonly [number, number][], at: 0 | 1) =>
          Uint32Array.from(block, (both) => both[at]);
        for (const [part, block] of blocksOfParts) {
          pairs.announce(part, numbers(block, 0), block.length);
        }
        for (const [part, block] of blocksOfParts) {
          pairs.add(part, numbers(block, 0), numbers(block, 1), block.length);
          block.forEach((both) => sets[part]!.add(String(both)));
        }
        expect(pairs.count()).toEqual({
          each: sets.map(({ size }) => size),
          together: new Set(sets.flatMap((set) => [...set])).size,
        });
      }),
    );
  });

  it('grows its table where one bucket has more than expected', () => {
    const hashes = Uint32Array.from({ length: 5000 }, () => 12_345);
    const others = Uint32Array.from(hashes.keys());
    const pairs = distinctPairs(1, 1);
    pairs.announce(0, hashes, 5000);
    pairs.add(0, hashes, others, 5000);
    expect(pairs.count()).toEqual({ each: [5000], together: 5000 });
  });
});
