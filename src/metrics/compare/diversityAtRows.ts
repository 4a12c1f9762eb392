import { countLogCount } from '../stats/countLogCount.ts';
import { diversityInterval } from '../stats/diversityInterval.ts';
import { expectedFigures } from '../stats/expectedFigures.ts';
import { hillNumbers } from '../stats/hillNumbers.ts';
import { jackknifeDeviations } from '../stats/jackknifeDeviations.ts';
import { kindSample, type KindSample } from '../stats/kindSample.ts';
import type { Interval } from '../stats/levelFigures.ts';
import { createRandom, type Random } from '../stats/random.ts';
import { sampleIndexes } from '../stats/sampleIndexes.ts';

/** Effective number of kinds (Hill number of order 1) that so many rows of a file are expected to show. */
export interface DiversityAtRows {
  /** Above 0; below 1 where most rows have no kind. */
  readonly q1: number;
  /** Standard error of ln q1, ≥ 0. */
  readonly logDeviation: number;
  /** 95 % interval of q1. */
  readonly interval: Interval;
}

/** Groups of rows that are left out in turn. */
const GROUPS = 50;
/** Of a standard error from the jackknife over so many groups. */
export const DEGREES_OF_FREEDOM = GROUPS - 1;

/**
 * The effective number of kinds that `rows` rows are expected to show, and how sure that is.
 *
 * Standard errors are from the jackknife over groups of rows: where most kinds are rare, the bootstrap, which draws rows twice,
 * gives a fifth too little, and every ninth pair of draws from one source would differ. Of n rows the standard error is that
 * of m of them, times √(m / n) (`levelStatistics`).
 * @param rows an integer from 2 to those of the sample
 * @returns undefined where the sample has fewer than 2 rows or no kinds
 * @throws RangeError for more rows than the sample has
 * O(occurrences + 50 · kinds).
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
  const { q1 } = expected!;
  const logDeviation = deviationOfLog(sample, rows, random);
  return { q1, logDeviation, interval: diversityInterval(q1, logDeviation) };
}

function deviationOfLog(sample: KindSample, rows: number, random: Random): number {
  const drawn = drawSample(sample, rows, Math.floor(random() * 2 ** 32));
  const groups = Math.min(GROUPS, rows);
  const [deviation] = jackknifeDeviations(drawn, groups, (counts) => [entropyOf(counts)], random);
  return deviation! * Math.sqrt(rows / sample.rows);
}

/** In nats: ln q1; 0 where nothing is counted. */
function entropyOf(counts: Uint32Array): number {
  let total = 0;
  let sum = 0;
  for (const count of counts) {
    total += count;
    sum += countLogCount(count);
  }
  return total === 0 ? 0 : Math.log(total) - sum / total;
}

function drawSample(sample: KindSample, rows: number, seed: number): KindSample {
  if (rows === sample.rows) return sample;
  const { values, offsets, occurrences } = sample;
  const drawnOffsets = new Uint32Array(rows + 1);
  const chosen = sampleIndexes(sample.rows, rows, seed);
  chosen.forEach((row, at) => {
    drawnOffsets[at + 1] = drawnOffsets[at]! + offsets[row + 1]! - offsets[row]!;
  });
  const drawnValues = new Uint32Array(drawnOffsets[rows]!);
  chosen.forEach((row, at) => {
    drawnValues.set(values.subarray(offsets[row], offsets[row + 1]), drawnOffsets[at]);
  });
  return kindSample(drawnValues, drawnOffsets, occurrences.length);
}
