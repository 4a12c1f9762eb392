import { chaoUnseen } from './chaoUnseen.ts';
import { countFrequencies } from './countFrequencies.ts';
import { curveSizes } from './curveSizes.ts';
import { expectedFigures } from './expectedFigures.ts';
import { hillNumbers } from './hillNumbers.ts';
import { diversityInterval, NO_DEVIATION } from './diversityInterval.ts';
import {
  DEVIATION_GROUPS,
  entropyDeviations,
  type EntropyDeviations,
} from './entropyDeviations.ts';
import { incidenceCoverage } from './incidenceCoverage.ts';
import { jackknifeDeviations } from './jackknifeDeviations.ts';
import type { KindSample } from './kindSample.ts';
import type { CommonRows, CurvePoint, LevelFigures } from './levelFigures.ts';
import { mostKinds } from './mostKinds.ts';
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

/** A standard error from fewer groups of one row each would itself be hardly known. */
const FEWEST_ROWS_OF_INTERVAL = 10;

/**
 * The statistics that every level has, of any kinds: rows are the sampling units, Hill numbers count occurrences.
 *
 * - Where a row has each kind at most once (topics, tags), the curve is that of Chao et al. (2014) in the incidence form,
 *   which is the abundance form where every row has one kind.
 * - Where kinds occur many times in a row (tokens), richness, coverage and unseen kinds are of the incidence form; q = 2 is
 *   exact for the occurrences (E Σ c² by both ways in which two occurrences come into a sample); q = 1 is the mean over
 *   seeded samples of rows (`subsampledEntropies`), and beyond the file the abundance form over occurrences.
 * - Intervals: standard errors over groups of rows that are left out in turn (`entropyDeviations`), beyond the file too,
 *   where the whole extrapolation is done without each group. They hold the value 95 times in 100 where most kinds are rare
 *   as well, which the bootstrap's do not. At no size is there one for fewer than ten rows, nor where no kind is in two
 *   rows or all rows are alike: what is left out then changes nothing, which says nothing about other rows of the source.
 *   Up to the rows of the sample they end at `mostKinds`. Chao2 is a lower bound: beyond those rows, intervals that ended
 *   there would hold the value less often.
 * @param sample not mutated
 * @returns undefined where no row has any kind
 * O(occurrences) time with bounded work for intervals and curve.
 * Deterministic; the last bits depend on the order of kinds, the intervals on the order of rows.
 * @see Chao et al. (2014), doi:10.1890/13-0133.1
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
  const figures = expectedFigures(sample, hill, sizes, random, checkpoint);
  const { deviations, rowsUsed } = logDeviations(sample, sizes, random, checkpoint);
  const unseenKinds = chaoUnseen(incidences.once, incidences.twice, rows);
  const isTold =
    rows >= FEWEST_ROWS_OF_INTERVAL &&
    incidences.once < hill.q0 &&
    deviations[sizes.indexOf(rows)]!.logDeviation > NO_DEVIATION;
  const curve = figures.map((point, at): CurvePoint => {
    if (!isTold) return point;
    const most = point.extrapolated ? Infinity : mostKinds(hill.q0, unseenKinds);
    return { ...point, interval: diversityInterval(point.q1, deviations[at]!, most) };
  });
  const { interval } = curve[sizes.indexOf(rows)]!;
  return {
    rows,
    hill,
    ...(interval && { interval: { ...interval, rowsUsed } }),
    ...facts,
    unseenKinds,
    atCommonRows: curve.find((point) => point.rows === commonRows) ?? tooFew(commonRows),
    curve,
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

/** Standard errors of ln q1 at each size. */
function logDeviations(
  sample: KindSample,
  sizes: readonly number[],
  random: Random,
  checkpoint?: () => void,
): EntropyDeviations {
  const { rows } = sample;
  const within = sizes.filter((size) => size <= rows);
  const beyond = sizes.slice(within.length);
  const { deviations, rowsUsed } = entropyDeviations(sample, within, random, checkpoint);
  const groups = Math.min(DEVIATION_GROUPS, rows);
  const estimate = extrapolator(sample, beyond);
  const extrapolated = jackknifeDeviations(sample, groups, estimate, random, checkpoint).map(
    (logDeviation) => ({ logDeviation, degreesOfFreedom: groups - 1 }),
  );
  return { deviations: [...deviations, ...extrapolated], rowsUsed };
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
