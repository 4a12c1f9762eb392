import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classifierTwoSampleTest } from '../../../../src/metrics/compare/classifierTwoSampleTest.ts';
import { heldOutAreas } from '../../../../src/metrics/compare/heldOutAreas.ts';
import { layOutFolds } from '../../../../src/metrics/compare/layOutFolds.ts';
import { stackRows } from '../../../../src/metrics/embed/stackRows.ts';
import { quantizeRow } from '../../../../src/metrics/embed/quantizeRow.ts';
import { createRandom, type Random } from '../../../../src/metrics/stats/random.ts';

const DIMENSIONS = 64;

function randomRows(rows: number, random: Random, offset: number) {
  const values = new Int8Array(rows * DIMENSIONS);
  const inverseNorms = Float32Array.from({ length: rows }, (_, row) =>
    quantizeRow(
      Float32Array.from({ length: DIMENSIONS }, (_, k) => random() - 0.5 + (k === 0 ? offset : 0)),
      values,
      row * DIMENSIONS,
    ),
  );
  return { rows, dimensions: DIMENSIONS, values, inverseNorms };
}

test(
  'the area over all rows is that of the classifier two-sample test, whatever other pairs are measured with it',
  { tags: 'slow' },
  () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.constantFrom(0, 0.1, 0.5),
        (seed, offset) => {
          const source = createRandom(seed);
          const [ours, theirs] = [randomRows(60, source, offset), randomRows(45, source, 0)];
          const random = createRandom(seed);
          // What the test draws its samples by; these files are small enough to be taken whole.
          random();
          random();
          const { layout, order } = layOutFolds(stackRows(ours, theirs), 45, random);
          const places = Uint32Array.from(order.keys());
          const positive = places.filter((place) => order[place]! < ours.rows);
          const negative = places.filter((place) => order[place]! >= ours.rows);
          const others = { positive: positive.subarray(0, 9), negative: negative.subarray(0, 20) };
          const [area, , swapped] = heldOutAreas(layout, [
            { positive, negative },
            others,
            { positive: negative, negative: positive },
          ]);
          const { areaUnderRoc } = classifierTwoSampleTest(ours, theirs, { seed })!;
          // Sums in another order may round a score to the next step.
          expect(area).toBeCloseTo(areaUnderRoc, 2);
          expect(swapped).toBeCloseTo(area!, 2);
        },
      ),
      { numRuns: 25 },
    );
  },
);

test('rows of one kind only give no area', () => {
  const rows = randomRows(30, createRandom(1), 0);
  const { layout } = layOutFolds(rows, 15, createRandom(1));
  const none = new Uint32Array(0);
  expect(heldOutAreas(layout, [{ positive: Uint32Array.from([0, 1, 2]), negative: none }])).toEqual(
    [undefined],
  );
});
