import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordTable } from '../../../../src/metrics/embed/wordTable.ts';

// Few hashes, so that words come up again and share one of their two.
const hash = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer());
const word = fc.tuple(hash, hash);

describe('createWordTable', () => {
  it('numbers and counts words as a map of strings would', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        const table = createWordTable();
        const truth = new Map<string, { number: number; count: number }>();
        for (const [hash, otherHash] of words) {
          const key = `${hash} ${otherHash}`;
          expect(table.numberOf(hash, otherHash)).toBe(truth.get(key)?.number ?? -1);
          if (!truth.has(key)) {
            truth.set(key, { number: truth.size, count: 0 });
            table.add(hash, otherHash, truth.size / 2, -truth.size);
            expect(table.size()).toBe(truth.size);
          }
          const known = truth.get(key)!;
          expect(table.count(known.number)).toBe(known.count++);
        }
        for (const { number, count } of truth.values()) {
          expect(table.takeCount(number)).toBe(count);
          expect(table.takeCount(number)).toBe(0);
          expect(table.staticFactor(number)).toBe((number + 1) / 2);
          expect(table.hashedFactor(number)).toBe(-number - 1);
        }
      }),
    );
  });

  it('holds 40,000 words, and none after it was cleared', () => {
    const table = createWordTable();
    for (let i = 0; i < 40_000; i++) table.add(i, 7 * i, 1, 1);
    expect(table.numberOf(39_999, 7 * 39_999)).toBe(39_999);
    table.clear();
    expect(table.numberOf(39_999, 7 * 39_999)).toBe(-1);
    expect(table.size()).toBe(0);
    table.add(39_999, 7 * 39_999, 1, 1);
    expect(table.takeCount(0)).toBe(0);
  });
});
