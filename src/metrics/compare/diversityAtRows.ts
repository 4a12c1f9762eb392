import { chaoUnseen } from '../stats/chaoUnseen.ts';
import { countFrequencies } from '../stats/countFrequencies.ts';
import { diversityInterval, NO_DEVIATION } from '../stats/diversityInterval.ts';
import { entropyDeviations, type EntropyDeviation } from '../stats/entropyDeviations.ts';
import { expectedFigures } from '../stats/expectedFigures.ts';
import { hillNumbers } from '../stats/hillNumbers.ts';
import type { KindSample } from '../stats/kindSample.ts';
import type { Interval } from '../stats/levelFigures.ts';
import { mostKinds } from '../stats/mostKinds.ts';
import { createRandom } from '../stats/random.ts';

/** Effective number of kinds (Hill number of order 1) that so many rows of a file are expected to show. */
export interface DiversityAtRows extends EntropyDeviation {
  /** Above 0; below 1 where most rows have no kind. */
  readonly q1: number;
  /** 95 % interval of q1, which ends at `mostKinds`. */
  readonly interval: Interval;
  /** How much ln q1 differs from one sample of so many rows to the next: `logDeviation`, had the file no more rows. */
  readonly sampleDeviation: number;
  /**
   * Whether the rows tell that interval: not where no kind is in two rows, nor where all rows are
   * alike (`levelStatistics`).
   */
  readonly isTold: boolean;
}

/**
 * The effective number of kinds that `rows` rows are expected to show, and how sure that is (`entropyDeviations`).
 * @param rows an integer from 2 to those of the sample
 * @returns undefined where the sample has fewer than 2 rows or no kinds
 * @throws RangeError for more rows than the sample has
 * O(occurrences + kinds).
 */
export function diversityAtRows(
  sample: KindSample,
  rows: number,
  { seed }: { readonly seed: number },
): DiversityAtRows | undefined {
  if (rows > sample.rows) {
    throw new RangeError(`got ${rows} rows, expected at most the ${sample.rows} of the sample`);
  }
  const hill = hillNumbers(sample.occurrences);
  if (rows < 2 || !hill) return undefined;
  const random = createRandom(seed);
  const [expected] = expectedFigures(sample, hill, [rows], random);
  const [deviation] = entropyDeviations(sample, [rows], random).deviations;
  const { q1 } = expected!;
  const { once, twice } = countFrequencies(sample.incidences);
  const most = mostKinds(hill.q0, chaoUnseen(once, twice, sample.rows));
  const isTold = deviation!.logDeviation > NO_DEVIATION && once < hill.q0;
  const sampleDeviation = deviation!.logDeviation * Math.sqrt(sample.rows / rows);
  const interval = diversityInterval(q1, deviation!, most);
  return { q1, ...deviation!, sampleDeviation, interval, isTold };
}
