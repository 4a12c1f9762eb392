import { bootstrapDeviations } from './bootstrapDeviations.ts';
import { chaoUnseen } from './chaoUnseen.ts';
import { countFrequencies } from './countFrequencies.ts';
import { curveSizes } from './curveSizes.ts';
import { expectedFigures } from './expectedFigures.ts';
import { hillNumbers } from './hillNumbers.ts';
import { diversityInterval } from './diversityInterval.ts';
import { incidenceCoverage } from './incidenceCoverage.ts';
import { jackknifeDeviations } from './jackknifeDeviations.ts';
import type { KindSample } from './kindSample.ts';
import type { CommonRows, LevelFigures } from './levelFigures.ts';
import { pielouEvenness } from './pielouEvenness.ts';
import { createRandom, type Random } from './random.ts';
import { shannonExtrapolation } from './shannonExtrapolation.ts';

export interface StatisticsOptions {
  readonly seed: number;
  /** Rows at which levels of different files are compared, an integer ≥ 1. */
  readonly commonRows: number;
  /** Called every few milliseconds; may throw. */
  readonly checkpoint?: () => void;
}

/** Bootstrap samples: enough for a standard error (Efron & Tibshirani 1993, ch. 6.4). */
const DRAWS = 100;
/** Rows and, about, occurrences of a bootstrap sample: of a larger file fewer rows are drawn. */
const MOST_ROWS_PER_DRAW = 10_000;
const OCCURRENCES_PER_DRAW = 50_000;
const LEAST_ROWS_PER_DRAW = 10;
/** Groups of rows that are left out in turn, for what is extrapolated. */
const JACKKNIFE_GROUPS = 50;

/**
 * The statistics that every level has, of any kinds: rows are the sampling units, Hill numbers count occurrences.
 *
 * - Where a row has each kind at most once (topics, tags), the curve is that of Chao et al. (2014) in the incidence form,
 *   which is the abundance form where every row has one kind.
 * - Where kinds occur many times in a row (tokens), richness, coverage and unseen kinds are of the incidence form; q = 2 is
 *   exact for the occurrences (E Σ c² by both ways in which two occurrences come into a sample); q = 1 is the mean over
 *   seeded samples of rows (`subsampledEntropies`), and beyond the file the abundance form over occurrences.
 * - Intervals up to the file's rows n: bootstrap over rows. A sample of m < n rows has its standard deviation multiplied by
 *   √(m / n), which by Hoeffding's inequality for U-statistics is no less than the standard error of the expected value that
 *   n rows give. Beyond the file: jackknife.
 * @param sample not mutated
 * @returns undefined where no row has any kind
 * O(occurrences) time with bounded work for intervals and curve: about .15 s of one core beyond a million occurrences.
 * Deterministic; the last bits depend on the order of kinds, the intervals on the order of rows.
 * @see Chao et al. (2014), doi:10.1890/13-0133.1; Bickel, Götze & van Zwet (1997) for m out of n; Hoeffding (1948), th. 5.2
 */
export function levelStatistics(
  sample: KindSample,
  { seed, commonRows, checkpoint }: StatisticsOptions,
): LevelFigures | undefined {
  const { rows } = sample;
  const incidences = countFrequencies(sample.incidences);
  const hill = hillNumbers(sample.occurrences);
  if (hill === undefined) return undefined;
  const coverage = incidenceCoverage(sample.incidences, rows);
  const evenness = pielouEvenness(hill);
  const facts = {
    ...(coverage !== undefined && { sampleCoverage: coverage }),
    ...(evenness !== undefined && { evenness }),
    largest: largestKinds(sample),
    rareKinds: { inOneRow: incidences.once, inTwoRows: incidences.twice },
  };
  if (rows < 2) {
    return { rows, hill, ...facts, atCommonRows: tooFew(commonRows), curve: [] };
  }
  const random = createRandom(seed);
  const sizes = curveSizes(rows, commonRows);
  const rowsPerDraw = drawnRows(sample);
  const figures = expectedFigures(sample, hill, sizes, random, checkpoint);
  const deviations = logDeviations(sample, sizes, rowsPerDraw, random, checkpoint);
  const points = figures.map((point, at) => ({
    ...point,
    interval: diversityInterval(point.q1, deviations[at]!),
  }));
  const observed = points.find((point) => point.rows === rows)!;
  return {
    rows,
    hill,
    interval: { ...observed.interval, draws: DRAWS, rowsPerDraw },
    ...facts,
    unseenKinds: chaoUnseen(incidences.once, incidences.twice, rows),
    atCommonRows: points.find((point) => point.rows === commonRows) ?? tooFew(commonRows),
    curve: points,
  };
}

function largestKinds({ occurrences, total }: KindSample): LevelFigures['largest'] {
  let kinds = 0;
  let taken = 0;
  for (const count of occurrences.slice().sort().reverse()) {
    if (2 * taken >= total) break;
    taken += count;
    kinds++;
  }
  return { kinds, share: taken / total };
}

const tooFew = (rows: number): CommonRows => ({ rows, absence: 'too-few-rows' });

function drawnRows({ rows, total }: KindSample): number {
  const affordable = Math.floor((OCCURRENCES_PER_DRAW * rows) / total);
  return Math.min(rows, MOST_ROWS_PER_DRAW, Math.max(LEAST_ROWS_PER_DRAW, affordable));
}

/** Standard errors of ln q1 at each size. */
function logDeviations(
  sample: KindSample,
  sizes: readonly number[],
  rowsPerDraw: number,
  random: Random,
  checkpoint?: () => void,
): number[] {
  const { rows } = sample;
  const drawn = [...new Set([...sizes.filter((size) => size < rowsPerDraw), rowsPerDraw])];
  const bootstrap = bootstrapDeviations(sample, drawn, DRAWS, random, checkpoint);
  const beyond = sizes.filter((size) => size > rows);
  const groups = Math.min(JACKKNIFE_GROUPS, rows);
  const estimate = extrapolator(sample, beyond);
  const jackknife = jackknifeDeviations(sample, groups, estimate, random, checkpoint);
  return sizes.map((size) => {
    if (size > rows) return jackknife[beyond.indexOf(size)]!;
    const at = Math.min(size, rowsPerDraw);
    return bootstrap[drawn.indexOf(at)]! * Math.sqrt(at / rows);
  });
}

/** ln q1 at sizes beyond the sample, from the occurrences in some of its rows. */
function extrapolator({ squares, total }: KindSample, sizes: readonly number[]) {
  const repeats = squares > total;
  return (occurrences: Uint32Array, rows: number): number[] => {
    const frequencies = countFrequencies(occurrences);
    const units = repeats ? frequencies.total : rows;
    if (frequencies.total === 0 || units < 2) return sizes.map(() => 0);
    const q1 = shannonExtrapolation(frequencies, units);
    return sizes.map((size) => Math.log(q1((size / rows) * units)));
  };
}
