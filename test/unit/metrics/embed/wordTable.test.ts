import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlainRowStore } from '../../../../src/metrics/embed/rowStore.ts';
import { longestWord } from '../../../../src/metrics/embed/scanWords.ts';
import { dampedCount } from '../../../../src/metrics/embed/tokenWeights.ts';
import { MOST_WORDS } from '../../../../src/metrics/embed/wordMemory.ts';
import {
  createPlainWordTable,
  createWordTable,
  DISTINCT_WORDS_AT_ONCE,
  type WordTable,
} from '../../../../src/metrics/embed/wordTable.ts';

// Few hashes, so that words come up again and share one of their two.
const hash = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer());
const word = fc.tuple(hash, hash);
// From empty rows to those that have more entries than a record.
const row = fc
  .array(fc.tuple(fc.nat(255), fc.integer({ min: -127, max: 127 })), { maxLength: 40 })
  .map((entries) => {
    const values = new Int8Array(256);
    for (const [column, value] of entries) values[column] = value;
    return values;
  });

/** Vectors of a word with the row in its static half and, reversed, in its hashed half. */
function vectorsOf(values: Int8Array, staticFactor = 1, hashedFactor = 1) {
  const reversed = values.toReversed();
  const columns = Uint8Array.from(reversed.keys()).filter((column) => reversed[column] !== 0);
  const ofColumns = Int8Array.from(columns, (column) => reversed[column]!);
  const hashedRow = { columns, values: ofColumns, count: columns.length };
  return { staticRow: values, staticFactor, hashedRow, hashedFactor };
}

const noVectors = vectorsOf(new Int8Array(256));

/** The words met, with what `weigh` says of each. */
function weighed(table: WordTable) {
  const count = table.metCount();
  const numbers = new Uint32Array(count);
  const staticFactors = new Float64Array(count);
  const hashedFactors = new Float64Array(count);
  const first = Math.min(2, count);
  table.weigh(0, first, numbers, staticFactors, hashedFactors);
  table.weigh(
    first,
    count - first,
    numbers.subarray(first),
    staticFactors.subarray(first),
    hashedFactors.subarray(first),
  );
  return Array.from(numbers, (number, i) => [number, staticFactors[i], hashedFactors[i]]);
}

describe('createWordTable', () => {
  it('numbers and counts words as a map of strings would', () => {
    const table = createWordTable();
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        table.forgetMet();
        table.clear();
        const truth = new Map<string, { number: number; count: number }>();
        const hashes = Int32Array.from(words, ([hash]) => hash);
        const otherHashes = Int32Array.from(words, ([, otherHash]) => otherHash);
        const keyOf = (at: number) => words[at]!.join(' ');
        for (let at = 0; ;) {
          const next = table.count(hashes, otherHashes, at, words.length);
          for (; at < next; at++) truth.get(keyOf(at))!.count++;
          if (at === words.length) break;
          expect(truth.has(keyOf(at))).toBe(false);
          truth.set(keyOf(at), { number: truth.size, count: 0 });
          const { size } = truth;
          table.add(hashes[at]!, otherHashes[at]!, vectorsOf(noVectors.staticRow, size / 2, -size));
          expect(table.size()).toBe(truth.size);
        }
        const expected = Array.from(truth.values(), ({ number, count }) => {
          const damped = dampedCount(count);
          return [number, ((number + 1) / 2) * damped, -(number + 1) * damped];
        });
        expect(weighed(table)).toEqual(expected);
        // Occurrences are forgotten.
        table.forgetMet();
        expect(table.count(hashes, otherHashes, 0, Math.min(1, words.length))).toBe(
          Math.min(1, words.length),
        );
        expect(weighed(table)).toEqual(words.length > 0 ? [[0, 0.5, -1]] : []);
      }),
    );
  });

  it('sums rows as a row store does, bit for bit, cleared and filled again', () => {
    const tables = [createWordTable(), createPlainWordTable()];
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: -32_768, max: 32_767 })), { maxLength: 60 }),
        (rows, asked) => {
          const places = Uint32Array.from(asked, ([place]) => place % rows.length);
          const factors = Int16Array.from(asked, ([, factor]) => factor);
          for (const table of tables) {
            for (const order of [rows, rows.toReversed()]) {
              const [ofStatic, ofHashed] = [createPlainRowStore(256), createPlainRowStore(256)];
              order.forEach((values, i) => {
                table.add(i, i, vectorsOf(values));
                ofStatic.keep(values, 0);
                ofHashed.keep(values.toReversed(), 0);
              });
              for (const [store, truth] of [
                [table.staticRows, ofStatic],
                [table.hashedRows, ofHashed],
              ] as const) {
                const [sums, expected] = [new Int32Array(256).fill(7), new Int32Array(256)];
                store.sumRows(places, factors, asked.length, sums);
                truth.sumRows(places, factors, asked.length, expected);
                expect(sums).toEqual(expected);
              }
              table.clear();
            }
          }
        },
      ),
    );
  });

  it('holds as many words as it says, the longest ones too, and none after it was cleared', () => {
    const table = createWordTable();
    const last = MOST_WORDS - 1;
    const [hashes, otherHashes] = [Int32Array.of(last), Int32Array.of(7 * last)];
    const longest = vectorsOf(new Int8Array(256).fill(3, 0, longestWord + 1));
    for (let i = 0; i < MOST_WORDS; i++) table.add(i, 7 * i, longest);
    expect(() => table.add(-1, -1, longest)).toThrow(RangeError);
    expect(table.count(hashes, otherHashes, 0, 1)).toBe(1);
    expect(weighed(table)).toEqual([[last, 1, 1]]);
    const sums = new Int32Array(256);
    table.hashedRows.sumRows(Uint32Array.of(last), Int16Array.of(2), 1, sums);
    expect(sums).toEqual(new Int32Array(256).fill(6, 255 - longestWord));
    table.forgetMet();
    table.clear();
    expect(table.count(hashes, otherHashes, 0, 1)).toBe(0);
    expect(table.size()).toBe(0);
    table.add(last, 7 * last, noVectors);
    expect(table.count(hashes, otherHashes, 0, 1)).toBe(1);
    expect(weighed(table)).toEqual([[0, 1, 1]]);
  });

  it('counts no more different words at once than it says', () => {
    const table = createWordTable();
    const hashes = Int32Array.from({ length: DISTINCT_WORDS_AT_ONCE + 1 }, (_, i) => i);
    for (const hash of hashes) table.add(hash, hash, noVectors);
    expect(table.count(hashes, hashes, 0, hashes.length)).toBe(DISTINCT_WORDS_AT_ONCE);
    expect(weighed(table)).toEqual(
      Array.from({ length: DISTINCT_WORDS_AT_ONCE }, (_, i) => [i, 1, 1]),
    );
    table.forgetMet();
    expect(table.count(hashes, hashes, DISTINCT_WORDS_AT_ONCE, hashes.length)).toBe(hashes.length);
  });
});
