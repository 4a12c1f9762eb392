import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairwiseCosines } from '../../../../src/metrics/macro/pairwiseCosines.ts';
import { facilityLocation } from '../../../../src/metrics/select/facilityLocation.ts';
import {
  coveredEvenly,
  coveredOnce,
  kindCoverage,
} from '../../../../src/metrics/select/kindCoverage.ts';
import { lazyGreedy } from '../../../../src/metrics/select/lazyGreedy.ts';
import type { Objective } from '../../../../src/metrics/select/objective.ts';
import { rowScores } from '../../../../src/metrics/select/rowScores.ts';
import { weightedSum } from '../../../../src/metrics/select/weightedSum.ts';
import { clusteredRows, matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';
import { allRows, kindsOf } from '../../../unit/metrics/select/kindsOf.ts';

interface Case {
  readonly rows: number;
  readonly size: number;
  readonly objective: () => Objective;
}

/** Objectives of each kind over the same rows, and their sum. */
const cases = (mostRows: number): fc.Arbitrary<Case> =>
  fc
    .record({
      clusters: fc.integer({ min: 1, max: 4 }),
      rows: fc.integer({ min: 2, max: mostRows }),
      seed: fc.integer({ min: 1, max: 1e6 }),
      size: fc.integer({ min: 1, max: 6 }),
      which: fc.constantFrom('facility', 'once', 'evenly', 'sum'),
      kinds: fc.array(fc.uniqueArray(fc.nat(9), { maxLength: 4 }), {
        minLength: mostRows,
        maxLength: mostRows,
      }),
    })
    .map(({ clusters, rows, seed, size, which, kinds }) => {
      const texts = clusteredRows(clusters, Math.ceil(rows / clusters), 0.8, seed, 16);
      const cosines = pairwiseCosines(matrixOf(texts.slice(0, rows)));
      const rowKinds = kindsOf(kinds.slice(0, rows));
      const build = {
        facility: () => facilityLocation(cosines, rows),
        once: () => kindCoverage(rowKinds, coveredOnce),
        evenly: () => kindCoverage(rowKinds, coveredEvenly),
        sum: () =>
          weightedSum([
            { objective: facilityLocation(cosines, rows), weight: 1 / rows },
            { objective: kindCoverage(rowKinds, coveredEvenly), weight: 0.2 },
            { objective: rowScores(Float64Array.from(kinds, (row) => row.length)), weight: 0.1 },
          ]),
      };
      return { rows, size, objective: build[which] };
    });

const request = ({ rows, size }: Case) => ({
  candidates: allRows(rows),
  chosen: new Uint32Array(0),
  size,
});

function valueOf(objective: Objective, rows: ArrayLike<number>): number {
  let value = 0;
  for (const row of Array.from(rows)) {
    value += objective.gain(row);
    objective.add(row);
  }
  return value;
}

/** Every row evaluated at every pick. */
function plainGreedy(objective: Objective, rows: number, size: number): number {
  const left = new Set(allRows(rows));
  let value = 0;
  for (let pick = 0; pick < Math.min(size, rows); pick++) {
    let best = -1;
    for (const row of left) {
      if (best < 0 || objective.gain(row) > objective.gain(best)) best = row;
    }
    value += objective.gain(best);
    objective.add(best);
    left.delete(best);
  }
  return value;
}

function* subsets(rows: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else {
    for (let row = from; row <= rows - size; row++) {
      for (const rest of subsets(rows, size - 1, row + 1)) yield [row, ...rest];
    }
  }
}

describe('lazyGreedy', () => {
  test('is within 1 % of the plain greedy choice, and its gains sum up to its value', () => {
    fc.assert(
      fc.property(cases(60), (given) => {
        const { rows, gains } = lazyGreedy(given.objective(), request(given));
        const value = valueOf(given.objective(), rows);
        expect(gains.reduce((sum, gain) => sum + gain, 0)).toBeCloseTo(value, 6);
        const plain = plainGreedy(given.objective(), given.rows, given.size);
        expect(value).toBeGreaterThanOrEqual(0.99 * plain - 1e-9);
        expect(new Set(rows).size).toBe(Math.min(given.size, given.rows));
      }),
      { numRuns: 150 },
    );
  });

  test('is worth at least 1 − 1/e of the best choice of its size', () => {
    fc.assert(
      fc.property(cases(9), (given) => {
        const size = Math.min(given.size, given.rows);
        let best = 0;
        for (const rows of subsets(given.rows, size)) {
          best = Math.max(best, valueOf(given.objective(), rows));
        }
        const { rows } = lazyGreedy(given.objective(), request(given));
        const value = valueOf(given.objective(), rows);
        expect(value).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test('gains never rise', () => {
    fc.assert(
      fc.property(cases(40), (given) => {
        const { gains } = lazyGreedy(given.objective(), request(given));
        gains.forEach((gain, at) => {
          if (at > 0) expect(gain).toBeLessThanOrEqual(gains[at - 1]! + 1e-9);
        });
      }),
    );
  });

  test('of equal rows the first candidate is taken', () => {
    const kinds = kindsOf([[0], [1], [2], [0], [1]]);
    const picks = lazyGreedy(kindCoverage(kinds, coveredOnce), {
      candidates: Uint32Array.of(4, 2, 3, 0, 1),
      chosen: new Uint32Array(0),
      size: 4,
    });
    expect([...picks.rows]).toEqual([4, 2, 3, 0]);
    expect([...picks.gains]).toEqual([1, 1, 1, 0]);
  });

  test('what is chosen already counts, and is not picked again', () => {
    const kinds = kindsOf([[0, 1], [0, 1, 2], [3]]);
    const picks = lazyGreedy(kindCoverage(kinds, coveredOnce), {
      candidates: Uint32Array.of(1, 2),
      chosen: Uint32Array.of(0),
      size: 5,
    });
    expect([...picks.rows]).toEqual([1, 2]);
    expect([...picks.gains]).toEqual([1, 1]);
  });
});

test('a negative weight is refused', () => {
  const objective = rowScores(Float64Array.of(1));
  expect(() => weightedSum([{ objective, weight: -1 }])).toThrow(RangeError);
});
