import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutFolds } from '../../../../src/metrics/compare/layOutFolds.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { matrixOf, shuffled } from '../../../unit/metrics/embed/matrixOf.ts';

const groups = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 2, maxLength: 60 });

test('few copies of a row are in one fold, many are spread, and folds have like sizes', () => {
  fc.assert(
    fc.property(groups, fc.integer({ min: 10, max: 500 }), fc.nat(), (copies, fewest, seed) => {
      const random = createRandom(seed);
      const rowsOfGroups = copies.flatMap((count) => {
        const row = Array.from({ length: 16 }, () => Math.round(200 * random() - 100));
        return Array.from({ length: count }, () => row);
      });
      const groupOfRow = copies.flatMap((count, group) =>
        Array.from({ length: count }, () => group),
      );
      const rows = rowsOfGroups.length;
      fc.pre(rows >= 5);
      const { layout, order } = layOutFolds(matrixOf(rowsOfGroups), fewest, random);
      expect(order.toSorted()).toEqual(Uint32Array.from({ length: rows }, (_, row) => row));
      const { foldEnds } = layout;
      const foldOf = (place: number) => foldEnds.findIndex((end) => place < end);
      const most = Math.max(5, fewest / 20);
      copies.forEach((count, group) => {
        const folds = [...order.keys()]
          .filter((place) => groupOfRow[order[place]!] === group)
          .map(foldOf);
        if (count <= most) expect(new Set(folds).size).toBe(1);
        // By chance alone all copies would be in one fold once in 5 ** (count - 1) times.
        else if (count > 10) expect(new Set(folds).size).toBeGreaterThan(1);
      });
      const sizes = foldEnds.map((end, fold) => end - (foldEnds[fold - 1] ?? 0));
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(most);
    }),
  );
});

test('which rows are in one fold is a matter of what they hold, not of where they stand', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 60 }), fc.nat(), fc.nat(), (count, seed, orderSeed) => {
      const random = createRandom(seed);
      const rows = Array.from({ length: count }, (_, at) => [
        at,
        ...Array.from({ length: 15 }, () => Math.round(200 * random() - 100)),
      ]);
      const foldsOf = (order: readonly number[]) => {
        const matrix = matrixOf(order.map((row) => rows[row]!));
        const laidOut = layOutFolds(matrix, 10, createRandom(1));
        const { foldEnds } = laidOut.layout;
        return foldEnds.map((end, fold) =>
          [...laidOut.order.subarray(foldEnds[fold - 1] ?? 0, end)].map((place) => order[place]!),
        );
      };
      const order = shuffled(count, orderSeed);
      expect(foldsOf(order)).toEqual(foldsOf(order.toSorted((a, b) => a - b)));
    }),
  );
});
