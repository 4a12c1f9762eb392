import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestCentres } from '../../../../src/metrics/embed/neighboursCentres.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';

test('the nearest centres are the first of all, sorted by cosine and number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 150 }),
      fc.integer({ min: 1, max: 40 }),
      fc.nat(),
      fc.integer(),
      (rowCount, centreCount, wanted, seed) => {
        const random = createRandom(seed);
        // Few different rows: equally near centres, and rows and centres that are zero.
        const rowsOf = (count: number) =>
          matrixOf(
            Array.from({ length: count }, () => {
              const entry = Math.round(4 * random() - 2);
              return Array.from({ length: 16 }, (_, k) => (k < 3 ? entry * (k + 1) : entry));
            }).map((entries) => (random() < 0.5 ? entries : entries.toReversed())),
          );
        const [matrix, centres] = [rowsOf(rowCount), rowsOf(centreCount)];
        const count = 1 + (wanted % centreCount);
        const rows = Uint32Array.from({ length: rowCount }, () => rowCount * random());
        const found = nearestCentres(matrix, rows, centres, count);
        rows.forEach((row, at) => {
          const cosines = Array.from({ length: centreCount }, (_, centre) => {
            let product = 0;
            for (let k = 0; k < 16; k++) {
              product += matrix.values[row * 16 + k]! * centres.values[centre * 16 + k]!;
            }
            return product * centres.inverseNorms[centre]! * matrix.inverseNorms[row]!;
          });
          const expected = [...cosines.keys()]
            .sort((a, b) => cosines[b]! - cosines[a]! || a - b)
            .slice(0, count);
          const places = [at * count, (at + 1) * count] as const;
          expect([...found.centres.subarray(...places)]).toEqual(expected);
          expect([...found.similarities.subarray(...places)]).toEqual(
            expected.map((centre) => Math.fround(cosines[centre]!)),
          );
        });
      },
    ),
  );
});
