import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlainRowStore } from '../../../../src/metrics/embed/rowStore.ts';
import {
  createWordTable,
  DISTINCT_WORDS_AT_ONCE,
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
function sparse(values: Int8Array) {
  const columns = Uint8Array.from(values.keys()).filter((column) => values[column] !== 0);
  return { columns, values: Int8Array.from(columns, (c) => values[c]!), count: columns.length };
}

const emptyRow = sparse(new Int8Array(0));

describe('createWordTable', () => {
  it('numbers and counts words as a map of strings would', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        const table = createWordTable();
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
          table.add(hashes[at]!, otherHashes[at]!, truth.size / 2, -truth.size, emptyRow);
          expect(table.size()).toBe(truth.size);
        }
        expect(table.metCount()).toBe(truth.size);
        for (const { number, count } of truth.values()) {
          expect(table.met[number]).toBe(number);
          expect(table.takeCount(number)).toBe(count);
          expect(table.takeCount(number)).toBe(0);
          expect(table.staticFactor(number)).toBe((number + 1) / 2);
          expect(table.hashedFactor(number)).toBe(-number - 1);
        }
      }),
    );
  });

  it('sums hashed rows as a row store does, bit for bit, cleared and filled again', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: -32_768, max: 32_767 })), { maxLength: 60 }),
        (rows, asked) => {
          const table = createWordTable();
          const places = Uint32Array.from(asked, ([place]) => place % rows.length);
          const factors = Int16Array.from(asked, ([, factor]) => factor);
          for (const order of [rows, [...rows].reverse()]) {
            const plain = createPlainRowStore(256);
            order.forEach((values, i) => {
              table.add(i, i, 1, 1, sparse(values));
              plain.keep(values, 0);
            });
            const [sums, expected] = [new Int32Array(256).fill(7), new Int32Array(256)];
            table.sumRows(places, factors, asked.length, sums);
            plain.sumRows(places, factors, asked.length, expected);
            expect(sums).toEqual(expected);
            table.clear();
          }
        },
      ),
    );
  });

  it('holds 40,000 words, and none after it was cleared', () => {
    const table = createWordTable();
    const [hashes, otherHashes] = [Int32Array.of(39_999), Int32Array.of(7 * 39_999)];
    for (let i = 0; i < 40_000; i++) table.add(i, 7 * i, 1, 1, emptyRow);
    expect(table.count(hashes, otherHashes, 0, 1)).toBe(1);
    expect(table.met[0]).toBe(39_999);
    table.forgetMet();
    table.clear();
    expect(table.count(hashes, otherHashes, 0, 1)).toBe(0);
    expect(table.size()).toBe(0);
    table.add(39_999, 7 * 39_999, 1, 1, emptyRow);
    expect(table.takeCount(0)).toBe(0);
  });

  it('counts no more different words at once than it says', () => {
    const table = createWordTable();
    const hashes = Int32Array.from({ length: DISTINCT_WORDS_AT_ONCE + 1 }, (_, i) => i);
    for (const hash of hashes) table.add(hash, hash, 1, 1, emptyRow);
    expect(table.count(hashes, hashes, 0, hashes.length)).toBe(DISTINCT_WORDS_AT_ONCE);
    for (const number of table.met) expect(table.takeCount(number)).toBe(1);
    table.forgetMet();
    expect(table.count(hashes, hashes, DISTINCT_WORDS_AT_ONCE, hashes.length)).toBe(hashes.length);
  });
});
