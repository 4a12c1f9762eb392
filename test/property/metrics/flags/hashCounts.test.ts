import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHashCounts } from '../../../../src/metrics/flags/hashCounts.ts';
import { mixBits } from '../../../../src/metrics/text/mixBits.ts';

const MOST = 60;
const hash = fc.oneof(
  fc.integer({ min: 1, max: 0xffff_ffff }),
  // Many that are equal, and many in one bucket.
  fc.integer({ min: 1, max: 20 }).map(mixBits),
  fc.integer({ min: 1, max: 200 }),
);
const batches = fc.array(fc.array(hash, { maxLength: MOST }), { maxLength: 12 });

test('hashes are counted as a map counts them, in whatever batches they come', () => {
  fc.assert(
    fc.property(batches, fc.array(hash, { maxLength: MOST }), (added, asked) => {
      const counts = createHashCounts(MOST);
      const expected = new Map<number, number>();
      for (const batch of added) {
        const newHashes: number[] = [];
        const length = batch.length;
        const hashes = Uint32Array.of(...batch, 7);
        counts.addAll(hashes, length, hashes, (beside) => newHashes.push(beside));
        const expectedNew = new Set(batch.filter((value) => !expected.has(value)));
        expect(newHashes.toSorted()).toEqual([...expectedNew].toSorted());
        for (const value of batch) expected.set(value, (expected.get(value) ?? 0) + 1);
      }
      const answers = new Uint32Array(asked.length);
      counts.countAll(Uint32Array.from(asked), asked.length, answers);
      expect([...answers]).toEqual(asked.map((value) => expected.get(value) ?? 0));
      for (const times of [1, 2, 3]) {
        const wanted = [...expected.values()].filter((count) => count === times).length;
        expect(counts.countedTimes(times)).toBe(wanted);
      }
    }),
  );
});
