import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hillNumbers } from '../../../../src/metrics/stats/hillNumbers.ts';
import { incidenceCoverage } from '../../../../src/metrics/stats/incidenceCoverage.ts';
import { sampleCoverage } from '../../../../src/metrics/stats/sampleCoverage.ts';

const someCounts = fc.array(fc.nat({ max: 1000 }), { minLength: 1 });
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(a, b);

describe('hillNumbers', () => {
  it('fall with their order and stay at 1 or above', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const hill = hillNumbers(counts);
        if (!hill) return counts.every((count) => count === 0);
        return hill.q0 >= hill.q1 && hill.q1 >= hill.q2 && hill.q2 >= 1;
      }),
    );
  });

  it('double when every kind is split into two of its size (the replication principle)', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const once = hillNumbers(counts);
        const twice = hillNumbers([...counts, ...counts]);
        if (!once || !twice) return once === twice;
        return (['q0', 'q1', 'q2'] as const).every((q) => close(twice[q], 2 * once[q]));
      }),
    );
  });

  it('do not change when the set is doubled', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const once = hillNumbers(counts);
        const twice = hillNumbers(counts.map((count) => 2 * count));
        if (!once || !twice) return once === twice;
        return (['q0', 'q1', 'q2'] as const).every((q) => close(twice[q], once[q]));
      }),
    );
  });
});

describe('sample coverage', () => {
  it('lies between 0 and 1, and is 1 once everything was seen twice', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const coverage = sampleCoverage(counts);
        const doubled = sampleCoverage(counts.map((count) => 2 * count));
        expect(coverage === undefined || (coverage >= 0 && coverage <= 1)).toBe(true);
        expect(doubled ?? 1).toBe(1);
      }),
    );
  });

  it('of rows lies between 0 and 1', () => {
    fc.assert(
      fc.property(someCounts, fc.nat(), (counts, moreRows) => {
        const coverage = incidenceCoverage(counts, Math.max(...counts) + moreRows);
        return coverage === undefined || (coverage >= 0 && coverage <= 1);
      }),
    );
  });
});
