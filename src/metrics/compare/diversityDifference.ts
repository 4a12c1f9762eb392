import { hillNumbers } from '../stats/hillNumbers.ts';
import { jackknifeDeviations } from '../stats/jackknifeDeviations.ts';
import { kindSample, type KindSample } from '../stats/kindSample.ts';
import type { CurvePoint, Interval } from '../stats/levelFigures.ts';
import { levelStatistics } from '../stats/levelStatistics.ts';
import { createRandom, type Random } from '../stats/random.ts';
import { sampleIndexes } from '../stats/sampleIndexes.ts';
import type { InBoth } from './compareOptions.ts';

/** Which of two files is more diverse at one level, at an equal number of rows. */
export interface DiversityDifference extends InBoth<CurvePoint> {
  /** Effective number of kinds in the data set over that in the reference; above 1 = more diverse; and its 95 % interval. */
  readonly ratio: number;
  readonly interval: Interval;
  /** `similar` where the interval holds 1: then the difference is within noise. */
  readonly standing: 'less-diverse' | 'similar' | 'more-diverse';
  /** Rows at which both stand: those of the file with fewer. */
  readonly rows: number;
}

/** Two-sided 95 % point of the normal distribution. */
const NORMAL_95 = 1.959_963_984_540_054;
/** Groups of rows that are left out in turn. */
const GROUPS = 50;

/**
 * Compares the effective numbers of kinds (q = 1) of two files at the rows of the smaller one. The larger has there what so
 * many of its rows are expected to show.
 *
 * The interval is that of a ratio of independent estimates. Standard errors are from the jackknife over groups of rows: where
 * most kinds are rare, the bootstrap, which draws rows twice, gives a fifth too little, and every ninth pair of draws from one
 * source would differ. Of the larger file's n rows the standard error is that of m of them, times √(m / n) (`levelStatistics`).
 * @param dataset, reference kinds of one sort; their numbers need not agree
 * @returns undefined where a file has fewer than 2 rows or no kinds
 * O(occurrences + 50 · kinds) with bounded work: up to 0.4 s.
 */
export function diversityDifference(
  dataset: KindSample,
  reference: KindSample,
  { seed }: { readonly seed: number },
): DiversityDifference | undefined {
  const random = createRandom(seed);
  const rows = Math.min(dataset.rows, reference.rows);
  if (rows < 2) return undefined;
  const figuresOf = (sample: KindSample) =>
    levelStatistics(sample, { seed: Math.floor(random() * 2 ** 32), commonRows: rows })
      ?.atCommonRows;
  const [ours, theirs] = [figuresOf(dataset), figuresOf(reference)];
  if (!ours || !theirs || 'absence' in ours || 'absence' in theirs) return undefined;
  const ratio = ours.q1 / theirs.q1;
  const deviation = Math.hypot(
    logDeviation(dataset, rows, random),
    logDeviation(reference, rows, random),
  );
  const factor = Math.exp(NORMAL_95 * deviation);
  const interval = { low: ratio / factor, high: ratio * factor };
  return {
    dataset: ours,
    reference: theirs,
    ratio,
    interval,
    standing: interval.low > 1 ? 'more-diverse' : interval.high < 1 ? 'less-diverse' : 'similar',
    rows,
  };
}

/** Standard error of the ln q1 that `rows` of the sample's rows are expected to show. */
function logDeviation(sample: KindSample, rows: number, random: Random): number {
  const drawn = drawSample(sample, rows, Math.floor(random() * 2 ** 32));
  const logDiversity = (occurrences: Uint32Array) => [Math.log(hillNumbers(occurrences)?.q1 ?? 1)];
  const [deviation] = jackknifeDeviations(drawn, Math.min(GROUPS, rows), logDiversity, random);
  return deviation! * Math.sqrt(rows / sample.rows);
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
