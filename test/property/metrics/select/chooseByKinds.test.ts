import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseByKinds } from '../../../../src/metrics/select/chooseByKinds.ts';
import { pruneKinds } from '../../../../src/metrics/select/pruneKinds.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { allRows, coveredBy, kindsOf } from '../../../unit/metrics/select/kindsOf.ts';

const manyKinds = fc.array(fc.uniqueArray(fc.nat(14), { maxLength: 5 }), {
  minLength: 1,
  maxLength: 60,
});
const oneKind = fc.array(
  fc.nat(8).map((kind) => [kind]),
  { minLength: 1, maxLength: 60 },
);
const degrees = fc.integer({ min: 0, max: 100 });
const sizes = fc.integer({ min: 1, max: 40 });
const none = new Uint32Array(0);
const choose = (rows: readonly (readonly number[])[], size: number, degree: number) =>
  chooseByKinds(kindsOf(rows), { candidates: allRows(rows.length), chosen: none, size }, degree);

describe('chooseByKinds', () => {
  test('takes the asked number of different rows, those without a kind last', () => {
    fc.assert(
      fc.property(manyKinds, sizes, degrees, (rows, size, degree) => {
        const { rows: picked, gains, covered } = choose(rows, size, degree);
        expect(new Set(picked).size).toBe(Math.min(size, rows.length));
        const withKind = rows.filter((kinds) => kinds.length > 0).length;
        const pickedWithKind = [...picked].filter((row) => rows[row]!.length > 0).length;
        expect(pickedWithKind).toBe(Math.min(size, withKind));
        expect(gains.reduce((sum, gain) => sum + gain, 0)).toBe(coveredBy(rows, picked).size);
        expect(covered).toBe(coveredBy(rows, picked).size);
      }),
    );
  });

  test('rows of one kind: exactly the kinds that the degree asks for, with equally many rows or all that there are', () => {
    fc.assert(
      fc.property(oneKind, sizes, degrees, (rows, size, degree) => {
        const choice = choose(rows, size, degree);
        const picked = [...choice.rows].map((row) => rows[row]![0]!);
        const kinds = new Set(picked);
        expect(kinds.size).toBe(choice.wanted);
        const counts = [...kinds].map((kind) => picked.filter((other) => other === kind).length);
        const most = Math.max(...counts);
        [...kinds].forEach((kind, at) => {
          const inFile = rows.filter(([other]) => other === kind).length;
          expect(counts[at]).toBeGreaterThanOrEqual(Math.min(inFile, most - 1));
        });
      }),
    );
  });

  test('0 % is the narrowest possible, 100 % the widest, for rows of one kind', () => {
    fc.assert(
      fc.property(oneKind, sizes, (rows, asked) => {
        const size = Math.min(asked, rows.length);
        const counts = new Map<number, number>();
        for (const [kind] of rows) counts.set(kind!, (counts.get(kind!) ?? 0) + 1);
        const falling = [...counts.values()].sort((a, b) => b - a);
        let needed = 0;
        for (let left = size; left > 0; needed++) left -= falling[needed]!;
        expect(coveredBy(rows, choose(rows, size, 0).rows).size).toBe(needed);
        expect(coveredBy(rows, choose(rows, size, 100).rows).size).toBe(
          Math.min(size, falling.length),
        );
      }),
    );
  });

  test('a higher degree never aims at fewer kinds, and never covers more than it aims at', () => {
    fc.assert(
      fc.property(manyKinds, sizes, (rows, size) => {
        const choices = [0, 25, 50, 75, 100].map((degree) => choose(rows, size, degree));
        choices.forEach(({ wanted, rows: picked }, at) => {
          if (at > 0) expect(wanted).toBeGreaterThanOrEqual(choices[at - 1]!.wanted);
          if (at < 4) expect(coveredBy(rows, picked).size).toBeLessThanOrEqual(wanted);
        });
      }),
    );
  });

  test('what is kept counts: its kinds are not covered again first', () => {
    const rows = [[0], [0], [1], [2]];
    const request = { candidates: Uint32Array.of(1, 2, 3), chosen: Uint32Array.of(0), size: 2 };
    const choice = chooseByKinds(kindsOf(rows), request, 100);
    expect([...choice.rows]).toEqual([2, 3]);
    expect(choice.covered).toBe(3);
  });

  test('comes near to the kinds wanted where a few rows have hundreds of them each', () => {
    const random = createRandom(37);
    const rows = Array.from({ length: 120 }, () => {
      const kinds = Array.from({ length: 5 + 90 * random() ** 4 }, () =>
        Math.floor(3000 * random() ** 3),
      );
      return [...new Set(kinds)];
    });
    const { wanted, covered } = choose(rows, 30, 50);
    expect(covered).toBeLessThanOrEqual(wanted);
    expect(covered).toBeGreaterThan(0.98 * wanted);
  });

  test('refuses a degree that is none', () => {
    expect(() => choose([[0]], 1, 101)).toThrow(RangeError);
    expect(() => choose([[0]], 1, NaN)).toThrow(RangeError);
  });
});

test('pruneKinds leaves what taking the rarest kind away, one after another, leaves', () => {
  fc.assert(
    fc.property(manyKinds, sizes, (rows, leastRows) => {
      const places = allRows(rows.length).filter((row) => rows[row]!.length > 0);
      const pruning = pruneKinds(kindsOf(rows), places, Math.min(leastRows, places.length));
      const left = pruning.rowsWith(pruning.fewest);
      expect(left.length).toBeGreaterThanOrEqual(Math.min(leastRows, places.length));
      expect(coveredBy(rows, left).size).toBe(places.length === 0 ? 0 : pruning.fewest);
      expect(pruning.most).toBe(coveredBy(rows, places).size);
      // No kind more can go: without the rarest too few rows would be left, or it is the last.
      const counts = [...coveredBy(rows, left)].map(
        (kind) => [...left].filter((row) => rows[row]!.includes(kind)).length,
      );
      if (counts.length > 1) {
        expect(left.length - Math.min(...counts)).toBeLessThan(leastRows);
      }
      for (let kinds = pruning.fewest; kinds <= pruning.most; kinds++) {
        const pool = pruning.rowsWith(kinds);
        expect(coveredBy(rows, pool).size).toBeLessThanOrEqual(kinds);
        expect(pool.length).toBeGreaterThanOrEqual(left.length);
      }
    }),
  );
});
