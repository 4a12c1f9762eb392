import type { KindSample } from './kindSample.ts';
import { permutation } from './permutation.ts';
import type { Random } from './random.ts';
import { rowTally, type RowTally } from './rowTally.ts';
import { squaredDeviations } from './squaredDeviations.ts';

/**
 * Groups of rows that are left out in turn, or samples that are compared: a standard error of so
 * many less one degrees of freedom.
 */
export const DEVIATION_GROUPS = 50;
/** Occurrences that are looked at for one size, about; and the rows, at least, that a standard error rests on. */
const OCCURRENCES = 500_000;
const LEAST_ROWS = DEVIATION_GROUPS;

export interface EntropyDeviation {
  /** Standard error of ln q1, ≥ 0. */
  readonly logDeviation: number;
  /**
   * Of that standard error: 49, fewer where it is told from fewer groups or samples; at least 1
   * where the rows are 2 or more.
   */
  readonly degreesOfFreedom: number;
}

export interface EntropyDeviations {
  /** One for each size. */
  readonly deviations: readonly EntropyDeviation[];
  /** Rows that they rest on; fewer than the sample's where that has many occurrences. */
  readonly rowsUsed: number;
}

/**
 * How sure the entropy is that so many rows of a sample are expected to show: how much it differs from one sample of m rows to
 * the next, times √(m / n) for the n rows that there are, which by Hoeffding's inequality for U-statistics is no less than the
 * standard error of the expected value.
 *
 * Where the sample can be cut into more samples of m rows than m, theirs are compared. Else m rows are drawn, and the jackknife
 * leaves out 50 groups of them in turn. The bootstrap is of no use here: drawing rows twice makes kinds seen once look seen
 * twice, and where most kinds are rare its 95 % intervals hold the value 86 times in 100 (`intervalCoverage.test.ts`).
 * @param sizes rows, integers in [1, rows], ascending
 * @param checkpoint called every few milliseconds; may throw
 * O(min(occurrences, 500,000) · sizes) time; less where the sizes are in equal ratios.
 * @see Hoeffding (1948), th. 5.2; Shao & Tu (1995), The Jackknife and Bootstrap, ch. 2.3 (groups); Bickel, Götze & van Zwet
 *   (1997) for m out of n
 */
export function entropyDeviations(
  sample: KindSample,
  sizes: readonly number[],
  random: Random,
  checkpoint?: () => void,
): EntropyDeviations {
  const { rows, total } = sample;
  const affordable = Math.floor((OCCURRENCES * rows) / Math.max(1, total));
  const rowsUsed = Math.min(rows, Math.max(LEAST_ROWS, affordable));
  const order = permutation(rows, random);
  const tally = rowTally(sample);

  /** Rows of the one sample that grows from large size to large size. */
  let grown = 0;
  const known = new Map<number, EntropyDeviation>();
  function deviationOf(drawn: number): EntropyDeviation {
    checkpoint?.();
    const samples = Math.min(DEVIATION_GROUPS, Math.floor(rowsUsed / drawn));
    if (samples > drawn) return betweenSamples(tally, order, drawn, samples);
    tally.addRows(order, grown, drawn);
    grown = drawn;
    return jackknife(tally, order, drawn);
  }
  const deviations = sizes.map((size) => {
    const drawn = Math.min(size, rowsUsed);
    const deviation = known.get(drawn) ?? deviationOf(drawn);
    known.set(drawn, deviation);
    return { ...deviation, logDeviation: deviation.logDeviation * Math.sqrt(drawn / rows) };
  });
  return { deviations, rowsUsed };
}

/** @param tally without rows, before and after */
function betweenSamples(
  tally: RowTally,
  order: Uint32Array,
  size: number,
  samples: number,
): EntropyDeviation {
  const entropies: number[] = [];
  for (let from = 0; from < samples * size; from += size) {
    tally.addRows(order, from, from + size);
    entropies.push(tally.entropy());
    tally.clear();
  }
  const degreesOfFreedom = samples - 1;
  return {
    logDeviation: Math.sqrt(squaredDeviations(entropies) / degreesOfFreedom),
    degreesOfFreedom,
  };
}

/** @param tally of the first `size` rows */
function jackknife(tally: RowTally, order: Uint32Array, size: number): EntropyDeviation {
  const groups = Math.min(DEVIATION_GROUPS, size);
  const entropies: number[] = [];
  for (let group = 0; group < groups; group++) {
    entropies.push(tally.entropyWithout(order, group, size, groups));
  }
  const degreesOfFreedom = groups - 1;
  return {
    logDeviation: Math.sqrt((degreesOfFreedom / groups) * squaredDeviations(entropies)),
    degreesOfFreedom,
  };
}
