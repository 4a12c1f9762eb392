import type { KindSample } from '../stats/kindSample.ts';
import { createRandom, drawSeed } from '../stats/random.ts';
import type { InBoth } from './compareOptions.ts';
import { diversityAtRows, type DiversityAtRows } from './diversityAtRows.ts';
import { diversityRatio, isNoiseTold, type DiversityRatio } from './diversityRatio.ts';

/** Which of two files is more diverse at one level, at an equal number of rows; the ratio is data set over reference. */
export interface DiversityDifference extends InBoth<DiversityAtRows>, DiversityRatio {
  /**
   * `similar` where the interval holds 1: then the difference is within noise; and where its noise
   * is not known (`isNoiseTold`).
   */
  readonly standing: 'less-diverse' | 'similar' | 'more-diverse';
  /** Rows at which both stand: those of the file with fewer. */
  readonly rows: number;
}

/**
 * Compares the effective numbers of kinds (q = 1) of two files at the rows of the smaller one. The larger has there what so
 * many of its rows are expected to show.
 * @param dataset, reference kinds of one sort; their numbers need not agree
 * @returns undefined where a file has fewer than 2 rows or no kinds
 * O(occurrences + 50 · kinds).
 */
export function diversityDifference(
  dataset: KindSample,
  reference: KindSample,
  { seed }: { readonly seed: number },
): DiversityDifference | undefined {
  const random = createRandom(seed);
  const rows = Math.min(dataset.rows, reference.rows);
  const [ours, theirs] = [dataset, reference].map((sample) =>
    diversityAtRows(sample, rows, { seed: drawSeed(random) }),
  );
  if (!ours || !theirs) return undefined;
  const found = diversityRatio(ours, theirs);
  return {
    dataset: ours,
    reference: theirs,
    ...found,
    standing: standingOf(found),
    rows,
  };
}

function standingOf(found: DiversityRatio): DiversityDifference['standing'] {
  const { low, high } = found.interval;
  if (!isNoiseTold(found)) return 'similar';
  return low > 1 ? 'more-diverse' : high < 1 ? 'less-diverse' : 'similar';
}
