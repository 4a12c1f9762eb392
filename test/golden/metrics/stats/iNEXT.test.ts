import { describe, expect, it } from 'vitest';
import { chaoUnseen } from '../../../../src/metrics/stats/chaoUnseen.ts';
import { countFrequencies } from '../../../../src/metrics/stats/countFrequencies.ts';
import { digamma } from '../../../../src/metrics/stats/digamma.ts';
import { expectedDiversity } from '../../../../src/metrics/stats/expectedDiversity.ts';
import { logGamma } from '../../../../src/metrics/stats/logGamma.ts';
import { shannonAsymptote } from '../../../../src/metrics/stats/shannonAsymptote.ts';

// The data sets `spider` (abundance: Ellison et al. 2010) and `ant` (incidence: Longino & Colwell 2011) of the R package
// iNEXT, and what version 3.0 prints for them: `iNEXT(ant, q = 0, datatype = "incidence_freq")` with its tables
// size_based and AsyEst, `iNEXT(spider)$AsyEst`, `estimateD(ant, "incidence_freq", base = "coverage", level = 0.985)`.
const times = (value: number, count: number) => Array<number>(count).fill(value);
const girdled = [46, 22, 17, 15, 15, 9, 8, 6, 6, 4, ...times(2, 4), ...times(1, 12)];
const logged = [
  ...[88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2],
  ...times(1, 14),
];
const h500m = [
  ...[times(1, 71), times(2, 34), times(3, 12), times(4, 14), times(5, 9), times(6, 11)].flat(),
  ...[times(7, 8), times(8, 4), times(9, 7), times(10, 5), times(11, 2), times(12, 3)].flat(),
  ...[13, 13, 13, 13, 14, 14, 15, 16, 16, 17, 17, 17, 17, 18, 19, 20, 21, 21, 23, 24, 25, 25, 25],
  ...[26, 27, 30, 31, 31, 32, 32, 33, 34, 36, 37, 38, 38, 38, 38, 39, 39, 41, 42, 43, 44, 45, 46],
  ...[47, 49, 52, 52, 53, 54, 56, 60, 60, 65, 73, 78, 123, 131, 133],
];
const h1070m = [
  ...[times(1, 28), times(2, 16), times(3, 13), times(4, 3), times(5, 1), times(6, 3)].flat(),
  ...[times(7, 6), times(8, 1), times(9, 1), times(10, 1), times(11, 4), times(12, 3)].flat(),
  ...[13, 13, 13, 13, 14, 15, 16, 16, 16, 16, 18, 19, 19, 21, 22, 23, 24, 25, 25, 25, 26, 30, 31],
  ...[31, 31, 32, 34, 36, 38, 39, 43, 43, 45, 45, 46, 54, 60, 68, 74, 80, 96, 99],
];
const h1500m = [
  ...[times(1, 13), times(2, 4), times(3, 2), times(4, 2), times(5, 4), times(6, 2)].flat(),
  ...[times(9, 4), times(11, 2), times(17, 2)].flat(),
  ...[18, 19, 23, 23, 24, 25, 25, 25, 29, 30, 32, 33, 43, 50, 53, 73, 74, 76, 79, 113, 144],
];
const h2000m = [1, 2, 2, 3, 4, 8, 8, 13, 15, 19, 23, 34, 59, 80];

/** Equal to every published digit, of which there are nine at most. */
const published = (actual: number, value: number) => {
  const digits = String(value).split('.')[1]?.length ?? 0;
  expect(Math.abs(actual - value)).toBeLessThanOrEqual(0.500001 * 10 ** -digits);
};

describe.each([
  { site: 'Girdled', counts: girdled, units: 168, q0: 43.892857, q1: 13.826253 },
  { site: 'Logged', counts: logged, units: 252, q0: 61.402778, q1: 16.337069 },
  { site: 'h500m', counts: h500m, units: 230, q0: 314.810038, q1: 107.601543 },
  { site: 'h1070m', counts: h1070m, units: 150, q0: 146.336667, q1: 62.043936 },
  { site: 'h1500m', counts: h1500m, units: 200, q0: 77.019375, q1: 27.516175 },
  { site: 'h2000m', counts: h2000m, units: 200, q0: 14.24875, q1: 8.103454 },
])('$site: asymptotes as iNEXT gives them', ({ counts, units, q0, q1 }) => {
  const frequencies = countFrequencies(counts);
  it('of richness (Chao1, Chao2)', () => {
    const { kindCount, once, twice } = frequencies;
    published(kindCount + chaoUnseen(once, twice, units), q0);
  });
  it('of Shannon diversity', () => published(shannonAsymptote(frequencies, units), q1));
});

it.each([
  ['h500m', h500m, 230, 1, 12.795652, 0.1952438],
  ['h500m', h500m, 230, 115, 194.186777, 0.9570103],
  ['h500m', h500m, 230, 230, 241, 0.9759754],
  ['h500m', h500m, 230, 339, 267.977661, 0.9847564],
  ['h500m', h500m, 230, 460, 286.546519, 0.9908005],
  ['h1070m', h1070m, 150, 1, 11.533333, 0.2714978],
  ['h1070m', h1070m, 150, 75, 102.135118, 0.9674024],
  ['h1070m', h1070m, 150, 221, 132.189999, 0.9906634],
  ['h1500m', h1500m, 200, 100, 47.982643, 0.9819701],
  ['h1500m', h1500m, 200, 400, 65.684073, 0.9940265],
  ['h2000m', h2000m, 200, 1, 1.355, 0.2264459],
  ['h2000m', h2000m, 200, 100, 12.811923, 0.9840431],
  ['h2000m', h2000m, 200, 295, 14.211194, 0.9994539],
] as const)(
  'ants at %s: richness and coverage of %i rows',
  (_, counts, units, size, q0, coverage) => {
    const expected = expectedDiversity(countFrequencies(counts), units, size);
    published(expected.q0, q0);
    published(expected.coverage, coverage);
  },
);

/** The size, no whole number, at which the expected coverage is as given. */
function sizeAtCoverage(counts: readonly number[], units: number, coverage: number): number {
  let [low, high] = [units, 2 * units];
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    const { coverage: reached } = expectedDiversity(countFrequencies(counts), units, middle);
    if (reached < coverage) low = middle;
    else high = middle;
  }
  return low;
}

it.each([
  {
    site: 'h500m',
    counts: h500m,
    units: 230,
    size: 342.8592,
    orders: [268.725933, 103.84715, 64.758264],
  },
  {
    site: 'h1070m',
    counts: h1070m,
    units: 150,
    size: 158.9508,
    orders: [123.608792, 59.591818, 41.775173],
  },
])('ants at $site: all orders at a coverage of 98.5 %', ({ counts, units, size, orders }) => {
  const found = sizeAtCoverage(counts, units, 0.985);
  published(found, size);
  const { q0, q1, q2 } = expectedDiversity(countFrequencies(counts), units, found);
  [q0, q1, q2].forEach((actual, order) => published(actual, orders[order]!));
});

// The vignette of iNEXT rounds to three decimals.
it.each([
  [84, 18.912, 0.9],
  [248, 30.883, 0.948],
  [336, 34.731, 0.964],
])('spiders at Girdled: %i individuals', (size, q0, coverage) => {
  const expected = expectedDiversity(countFrequencies(girdled), 168, size);
  expect(Math.abs(expected.q0 - q0)).toBeLessThanOrEqual(5e-4);
  expect(Math.abs(expected.coverage - coverage)).toBeLessThanOrEqual(5e-4);
});

// From rarefied.R.
it.each([
  [girdled, 168, 20, 7.6345204691185],
  [girdled, 168, 84, 10.9636679893944],
  [girdled, 168, 167, 12.0514223784669],
  [logged, 252, 20, 7.70799563761406],
  [logged, 252, 126, 13.1718296081168],
  [logged, 252, 251, 14.4150548846447],
  [h500m, 230, 1, 12.795652173913],
  [h500m, 230, 20, 72.4764268882936],
  [h500m, 230, 115, 96.9508160225908],
  [h500m, 230, 229, 101.681947989214],
])('Shannon diversity of fewer rows as R computes it', (counts, units, size, q1) => {
  const expected = expectedDiversity(countFrequencies(counts), units, size);
  expect(expected.q1 / q1).toBeCloseTo(1, 10);
});

it.each([
  [0.5, 0.5723649429247, -1.96351002602142],
  [7.25, 7.05218545073854, 1.91045352688374],
  [1e5, 1051287.70897366, 11.5129204649619],
])('logGamma and digamma of %d as R computes them', (x, gamma, psi) => {
  expect(logGamma(x) / gamma).toBeCloseTo(1, 12);
  expect(digamma(x) / psi).toBeCloseTo(1, 12);
});
