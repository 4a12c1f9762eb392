import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entropyDeviations } from '../../../../src/metrics/stats/entropyDeviations.ts';
import { kindSample } from '../../../../src/metrics/stats/kindSample.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { rowTally } from '../../../../src/metrics/stats/rowTally.ts';
import { rowsOf } from './rowsOf.ts';

const someRows = fc.array(fc.array(fc.nat({ max: 8 }), { maxLength: 12 }), { minLength: 2 });

test('the entropy without some rows is that of the others, and leaves the tally as it was', () => {
  fc.assert(
    fc.property(someRows, fc.infiniteStream(fc.boolean()), (rows, choice) => {
      const sample = kindSample(...rowsOf(rows, 9));
      const left = rows.flatMap((_, row) => (choice.next().value ? [row] : []));
      const [all, others] = [rowTally(sample), rowTally(sample)];
      const order = Uint32Array.from(rows.keys());
      all.addRows(order, 0, rows.length);
      const rest = order.filter((row) => !left.includes(row));
      others.addRows(rest, 0, rest.length);
      const before = all.entropy();
      expect(all.entropyWithout(Uint32Array.from(left), 0, left.length, 1)).toBeCloseTo(
        others.entropy(),
        10,
      );
      all.clear();
      all.addRows(order, 0, rows.length);
      expect(all.entropy()).toBe(before);
    }),
  );
});

test('rows with one of two kinds vary as counts of two kinds do', () => {
  const random = createRandom(3);
  const rows = Array.from({ length: 4000 }, () => [random() < 0.2 ? 0 : 1]);
  const sample = kindSample(...rowsOf(rows, 2));
  const { deviations } = entropyDeviations(sample, [400, 4000], createRandom(1));
  // Basharin (1959): the variance of the entropy of n draws is Var(ln p) / n, to first order.
  const variance = 0.2 * 0.8 * Math.log(0.2 / 0.8) ** 2;
  for (const { logDeviation } of deviations) {
    expect(logDeviation / Math.sqrt(variance / 4000)).toBeGreaterThan(0.75);
    expect(logDeviation / Math.sqrt(variance / 4000)).toBeLessThan(1.25);
  }
});

test('uses as many rows as have half a million occurrences', () => {
  const rows = Array.from({ length: 1200 }, (_, row) => Array<number>(1000).fill(row % 7));
  const { rowsUsed } = entropyDeviations(kindSample(...rowsOf(rows, 7)), [1200], createRandom(1));
  expect(rowsUsed).toBe(500);
});

test('a size asked for after smaller ones has the deviation that it has by itself', () => {
  const random = createRandom(9);
  const rows = Array.from({ length: 300 }, () =>
    Array.from({ length: 5 }, () => Math.floor(40 * random() ** 3)),
  );
  const sample = kindSample(...rowsOf(rows, 40));
  const sizes = [3, 20, 90, 91, 300];
  const alone = sizes.map(
    (size) => entropyDeviations(sample, [size], createRandom(1)).deviations[0],
  );
  expect(entropyDeviations(sample, sizes, createRandom(1)).deviations).toEqual(alone);
});

test.each([
  [3, 49, 'fifty samples'],
  [7, 41, 'as many samples as the rows have'],
  [20, 19, 'each row left out in turn'],
  [90, 49, 'fifty groups left out in turn'],
])('the standard error for %i of 300 rows has %i degrees of freedom: %s', (size, expected) => {
  const rows = Array.from({ length: 300 }, (_, row) => [row % 40]);
  const { deviations } = entropyDeviations(
    kindSample(...rowsOf(rows, 40)),
    [size],
    createRandom(1),
  );
  expect(deviations[0]!.degreesOfFreedom).toBe(expected);
});
