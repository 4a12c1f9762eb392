import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countFrequencies } from '../../../../src/metrics/stats/countFrequencies.ts';
import { expectedDiversity } from '../../../../src/metrics/stats/expectedDiversity.ts';
import { hillNumbers } from '../../../../src/metrics/stats/hillNumbers.ts';
import { incidenceCoverage } from '../../../../src/metrics/stats/incidenceCoverage.ts';
import { sampleCoverage } from '../../../../src/metrics/stats/sampleCoverage.ts';
import { kindSample } from '../../../../src/metrics/stats/kindSample.ts';
import { rowsOf } from './rowsOf.ts';

/** Rows that have each of six kinds or not, one at least having one. */
const fewRows = fc
  .array(fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 4 }), { minLength: 2, maxLength: 9 })
  .filter((rows) => rows.some((row) => row.length > 0));

function* subsets<T>(items: readonly T[], size: number): Generator<T[]> {
  if (size === 0) yield [];
  for (let first = 0; first <= items.length - size; first++) {
    for (const rest of size > 0 ? subsets(items.slice(first + 1), size - 1) : []) {
      yield [items[first]!, ...rest];
    }
  }
}

test('what fewer rows show is the mean over all choices of rows', () => {
  fc.assert(
    fc.property(fewRows, fc.nat(), (rows, any) => {
      const { incidences, total } = kindSample(...rowsOf(rows, 6));
      const size = 1 + (any % (rows.length - 1));
      const expected = expectedDiversity(countFrequencies(incidences), rows.length, size);
      const expectedTotal = (total * size) / rows.length;
      let [choices, richness, entropy, concentration] = [0, 0, 0, 0];
      let newKinds = 0;
      for (const chosen of subsets(rows, size)) {
        const counts = kindSample(...rowsOf(chosen, 6)).occurrences;
        choices++;
        for (const count of counts) {
          const share = count / expectedTotal;
          if (count > 0) richness++;
          if (count > 0) entropy -= share * Math.log(share);
          concentration += share * share;
        }
        // Coverage is one less the share of the next row's kinds that are new.
        for (const next of rows.filter((row) => !chosen.includes(row))) {
          newKinds += next.filter((kind) => counts[kind] === 0).length / (rows.length - size);
        }
      }
      expect(expected.q0).toBeCloseTo(richness / choices, 8);
      expect(expected.q1).toBeCloseTo(Math.exp(entropy / choices), 8);
      expect(expected.q2).toBeCloseTo(choices / concentration, 8);
      const perRow = total / rows.length;
      expect(expected.coverage).toBeCloseTo(1 - newKinds / choices / perRow, 8);
    }),
    { numRuns: 60 },
  );
});

test('one row of many shows just the kinds of all rows over the rows', () => {
  const kinds = Array.from({ length: 200 }, (_, kind) => 1 + ((kind * 37) % 235));
  const total = kinds.reduce((sum, count) => sum + count, 0);
  const frequencies = countFrequencies(kinds);
  expect(expectedDiversity(frequencies, total, 1)).toMatchObject({ q0: 1, q1: 1, q2: 1 });
  // A row in two has no kind.
  expect(expectedDiversity(frequencies, 2 * total, 1)).toMatchObject({ q0: 0.5, q1: 0.5, q2: 0.5 });
});

const manyCounts = fc
  .array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 })
  .chain((counts) =>
    fc.record({ counts: fc.constant(counts), more: fc.integer({ min: 2, max: 100 }) }),
  )
  .map(({ counts, more }) => ({ counts, units: Math.max(...counts) + more }));

test('the curve is the sample at its own size, and never falls', { tags: 'slow' }, () => {
  fc.assert(
    fc.property(manyCounts, ({ counts, units }) => {
      const frequencies = countFrequencies(counts);
      const curve = Array.from({ length: 2 * units }, (_, at) =>
        expectedDiversity(frequencies, units, at + 1),
      );
      const observed = curve[units - 1]!;
      const hill = hillNumbers(counts)!;
      expect(observed.q0).toBeCloseTo(hill.q0, 8);
      expect(observed.q1 / hill.q1).toBeCloseTo(1, 10);
      expect(observed.q2 / hill.q2).toBeCloseTo(1, 10);
      expect(observed.coverage).toBeCloseTo(incidenceCoverage(counts, units)!, 10);
      for (let at = 1; at < curve.length; at++) {
        for (const key of ['q0', 'q1', 'q2', 'coverage'] as const) {
          expect(curve[at]![key]).toBeGreaterThanOrEqual(curve[at - 1]![key] * (1 - 1e-9));
        }
      }
      for (const { coverage } of curve) expect(coverage >= -1e-12 && coverage <= 1).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('where every row has one kind, the incidence form is the abundance form', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 30 }), (counts) => {
      const units = counts.reduce((sum, count) => sum + count, 0);
      if (units < 2) return;
      const { coverage } = expectedDiversity(countFrequencies(counts), units, units);
      expect(coverage).toBeCloseTo(sampleCoverage(counts)!, 10);
    }),
  );
});

test('the order of kinds changes nothing', () => {
  fc.assert(
    fc.property(manyCounts, ({ counts, units }) => {
      const there = expectedDiversity(countFrequencies(counts), units, units - 1);
      const back = expectedDiversity(countFrequencies(counts.toReversed()), units, units - 1);
      expect(back).toEqual(there);
    }),
  );
});

test('rejects sizes and counts out of range', () => {
  const frequencies = countFrequencies([3, 1]);
  for (const [units, size] of [
    [4, 0],
    [4, 1.5],
    [2, 1],
    [1, 1],
    [4, Infinity],
  ] as const) {
    expect(() => expectedDiversity(frequencies, units, size)).toThrow(RangeError);
  }
  expect(() => expectedDiversity(countFrequencies([0]), 4, 2)).toThrow(RangeError);
});
