import { hypergeometricDeviate } from '../stats/hypergeometricDeviate.ts';
import { normalQuantile } from '../stats/normalQuantile.ts';

/** Counts of one file: rows that have a kind, out of all rows. */
export interface KindUse {
  /** [kinds], integers ≥ 0. */
  readonly counts: ArrayLike<number>;
  /** What the counts are out of: at least the largest of them. */
  readonly total: number;
}

/** One kind that a file uses more, or less, than the reference. */
export interface LogOddsRatio {
  readonly kind: number;
  /** ln of the odds in the data set over the odds in the reference, both with the prior; above 0 = over-used. */
  readonly logOddsRatio: number;
  /** How far from chance, as a point of the normal distribution; above 0 = over-used. */
  readonly z: number;
  readonly datasetCount: number;
  readonly referenceCount: number;
}

export interface LogOddsRatios {
  /** Kinds used beyond chance more often than in the reference, and less often: those furthest from chance first. */
  readonly overUsed: readonly LogOddsRatio[];
  readonly underUsed: readonly LogOddsRatio[];
  /** How many there are of each; the lists hold at most `most`. */
  readonly overUsedKinds: number;
  readonly underUsedKinds: number;
  /** |z| that a kind has to reach. */
  readonly zLimit: number;
}

export interface LogOddsOptions {
  /** Kinds in each list at most. */
  readonly most: number;
}

/** Counts that the prior is worth: some rows of text. */
const PRIOR_COUNTS = 500;
/** At most this share of the smaller total, so that the ratio is that of the files. */
const MAX_PRIOR_SHARE = 1 / 20;
/** Probability that without a shift any kind at all is listed. */
const FAMILY_ERROR_RATE = 0.05;

/**
 * The kinds that a data set uses more and less than its reference: log-odds ratios with an informative Dirichlet prior, and
 * how far from chance each is. The prior gives each kind the share that it has in both files together and is worth 500 rows,
 * but no more than a twentieth of the smaller file. A kind is listed if |z| reaches the limit at which, without a shift, any
 * kind at all passes in at most 5 % of comparisons (Bonferroni).
 *
 * z is that of Fisher's exact test, not the ratio in its standard errors as in the paper: those lie about rare kinds where one
 * file is far larger than the other (300 rows against 30,000: two of three comparisons would list some), and about kinds that
 * only one file has. It takes rows for independent, hence rows that have the kind, not occurrences.
 * @param dataset, reference the same kinds in the same order
 * @returns undefined where a total is 0
 * @throws RangeError if the tables differ in length or a count is not in 0 … total
 * O(kinds · √rows + listed · log listed).
 * @see Monroe, Colaresi & Quinn (2008), Fightin' Words, doi:10.1093/pan/mpn018 (the ratio)
 */
export function logOddsRatios(
  dataset: KindUse,
  reference: KindUse,
  { most }: LogOddsOptions,
): LogOddsRatios | undefined {
  const kinds = dataset.counts.length;
  if (reference.counts.length !== kinds) {
    throw new RangeError(`got ${kinds} and ${reference.counts.length} kinds, expected the same`);
  }
  checkCounts(dataset);
  checkCounts(reference);
  if (dataset.total === 0 || reference.total === 0) return undefined;
  const total = dataset.total + reference.total;
  const smaller = Math.min(dataset.total, reference.total);
  const priorTotal = Math.min(PRIOR_COUNTS, MAX_PRIOR_SHARE * smaller);
  const found: LogOddsRatio[] = [];
  let kindsInUse = 0;
  for (let kind = 0; kind < kinds; kind++) {
    const datasetCount = dataset.counts[kind]!;
    const referenceCount = reference.counts[kind]!;
    const count = datasetCount + referenceCount;
    if (count === 0) continue;
    kindsInUse++;
    // A kind that every count of both files has is used alike.
    if (count === total) continue;
    const prior = (priorTotal * count) / total;
    const inDataset = logOdds(datasetCount + prior, dataset.total + priorTotal);
    const inReference = logOdds(referenceCount + prior, reference.total + priorTotal);
    const logOddsRatio = inDataset - inReference;
    const z = hypergeometricDeviate({
      count: datasetCount,
      rows: dataset.total,
      otherCount: referenceCount,
      otherRows: reference.total,
    });
    found.push({ kind, logOddsRatio, z, datasetCount, referenceCount });
  }
  const zLimit = -normalQuantile(FAMILY_ERROR_RATE / (2 * Math.max(1, kindsInUse)));
  const over = found.filter(({ z }) => z >= zLimit).sort((a, b) => b.z - a.z || a.kind - b.kind);
  const under = found.filter(({ z }) => z <= -zLimit).sort((a, b) => a.z - b.z || a.kind - b.kind);
  return {
    overUsed: over.slice(0, most),
    underUsed: under.slice(0, most),
    overUsedKinds: over.length,
    underUsedKinds: under.length,
    zLimit,
  };
}

function logOdds(count: number, total: number): number {
  return Math.log(count / (total - count));
}

function checkCounts({ counts, total }: KindUse): void {
  for (let kind = 0; kind < counts.length; kind++) {
    const count = counts[kind]!;
    if (!(Number.isInteger(count) && count >= 0 && count <= total)) {
      throw new RangeError(
        `got count ${count} for kind ${kind}, expected an integer in 0 … ${total}`,
      );
    }
  }
}
