import { describe, expect, it } from 'vitest';
import { hillNumbers } from '../../../../src/metrics/stats/hillNumbers.ts';
import { sampleCoverage } from '../../../../src/metrics/stats/sampleCoverage.ts';

// The data set `spider` of the R package iNEXT (Ellison et al. 2010), and what its vignette "A Quick Introduction to iNEXT
// via Examples" prints for it: `DataInfo` (n, S.obs, SC) and the column Observed of `AsyEst`.
const ones = (count: number) => Array<number>(count).fill(1);
const girdled = [46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2, ...ones(12)];
const logged = [
  ...[88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2],
  ...ones(14),
];

describe.each([
  { site: 'Girdled', counts: girdled, n: 168, q0: 26, q1: 12.06, q2: 7.84, coverage: 0.9289 },
  { site: 'Logged', counts: logged, n: 252, q0: 37, q1: 14.421, q2: 6.761, coverage: 0.9446 },
])('spiders of the site $site', ({ counts, n, q0, q1, q2, coverage }) => {
  it('are the published sample', () => {
    expect(counts.reduce((sum, count) => sum + count)).toBe(n);
  });

  it('have the Hill numbers that iNEXT gives, to three decimals', () => {
    const hill = hillNumbers(counts)!;
    expect(hill.q0).toBe(q0);
    expect(Math.abs(hill.q1 - q1)).toBeLessThanOrEqual(0.0005);
    expect(Math.abs(hill.q2 - q2)).toBeLessThanOrEqual(0.0005);
  });

  it('have the sample coverage that iNEXT gives, to four decimals', () => {
    expect(Math.abs(sampleCoverage(counts)! - coverage)).toBeLessThanOrEqual(0.00005);
  });
});
