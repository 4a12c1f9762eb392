import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeyCounts, type SplitKeys } from '../../../../src/metrics/flags/keyCounts.ts';
import { mixBits } from '../../../../src/metrics/text/mixBits.ts';

const MOST = 60;
const rest = fc.oneof(
  fc.integer({ min: 1, max: 0xffff_ffff }),
  // Many that are equal, and many that begin at one slot.
  fc.integer({ min: 1, max: 20 }).map(mixBits),
  fc.integer({ min: 1, max: 200 }),
);
/** Few buckets, so that equal rests meet in different ones. */
const key = fc.record({ bucket: fc.constantFrom<number>(0, 1, 2, 255), rest });
type Key = typeof key extends fc.Arbitrary<infer Value> ? Value : never;
const batches = fc.array(fc.array(key, { maxLength: MOST }), { maxLength: 12 });

function split(keys: readonly Key[]): SplitKeys {
  return {
    buckets: Uint8Array.from(keys, ({ bucket }) => bucket),
    rests: Uint32Array.from(keys, (one) => one.rest),
  };
}

const GROUPS = 5;
const groupOf = (ofKey: number) => ofKey % GROUPS;

const nameOf = ({ bucket, rest: ofKey }: Key) => bucket * 2 ** 32 + ofKey;

test('keys are counted as a map counts them, in whatever batches they come', () => {
  fc.assert(
    fc.property(batches, fc.array(key, { maxLength: MOST }), (added, asked) => {
      const counts = createKeyCounts(MOST);
      const expected = new Map<number, number>();
      for (const batch of added) {
        const handed = split([...batch, { bucket: 7, rest: 7 }]);
        const newOfGroup = new Uint32Array(GROUPS);
        counts.addAll(handed, batch.length, handed.rests.map(groupOf), newOfGroup);
        const expectedNew = new Map(
          batch.filter((one) => !expected.has(nameOf(one))).map((one) => [nameOf(one), one.rest]),
        );
        const newRests = [...expectedNew.values()];
        expect([...newOfGroup]).toEqual(
          Array.from(
            newOfGroup,
            (_, group) => newRests.filter((one) => groupOf(one) === group).length,
          ),
        );
        for (const name of batch.map(nameOf)) expected.set(name, (expected.get(name) ?? 0) + 1);
      }
      const answers = new Uint32Array(asked.length);
      counts.countAll(split(asked), asked.length, answers);
      expect([...answers]).toEqual(asked.map((one) => expected.get(nameOf(one)) ?? 0));
      const countedTimes = (times: number) =>
        [...expected.values()].filter((count) => count === times).length;
      expect(counts.seldom()).toEqual({ once: countedTimes(1), twice: countedTimes(2) });
    }),
  );
});
