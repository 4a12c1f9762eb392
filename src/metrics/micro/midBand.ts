/** Rows of the pool in which Li et al. (2025) set the band, and the band: counts of representative tokens in it. */
const POOL_ROWS = 117_000;
const POOL_MIN_COUNT = 10;
const POOL_MAX_COUNT = 500;

export interface MidBand {
  /** Lowest and highest count of a mid-band type, both inclusive. */
  readonly minCount: number;
  readonly maxCount: number;
  /** Types in the band. */
  readonly types: number;
  /** Mean number of mid-band tokens per row. */
  readonly tokensPerRow: number;
}

/**
 * Mid-band coverage: the types that are neither function words (too frequent) nor noise (too rare).
 *
 * The band is 10 to 500 occurrences in 117,000 rows, rescaled to the rows at hand: a type is in it if its count times
 * 117,000 / rows lies in [10, 500]. Counts are whole, so the lower limit is rounded up and the upper one down; below
 * 234 rows, where no whole count lies in the band, it is the single count 1.
 * @param counts occurrences of each type, integers ≥ 0; not mutated
 * @param rows rows the counts come from, an integer ≥ 1
 * @throws RangeError if `rows` is no integer ≥ 1
 * O(types) time.
 * @see Li et al. (2025), arXiv 2505.24768. Differs: the study's limits are absolute counts in its own pool, under the
 * tokenizer of its own model; its "20 or more mid-band tokens per sample" holds for that pool only.
 */
export function midBand(counts: ArrayLike<number>, rows: number): MidBand {
  if (!Number.isInteger(rows) || rows < 1) {
    throw new RangeError(`got ${rows} rows, expected an integer ≥ 1`);
  }
  const minCount = Math.ceil((POOL_MIN_COUNT * rows) / POOL_ROWS);
  const maxCount = Math.max(minCount, Math.floor((POOL_MAX_COUNT * rows) / POOL_ROWS));
  let types = 0;
  let tokens = 0;
  for (let type = 0; type < counts.length; type++) {
    const count = counts[type]!;
    if (count < minCount || count > maxCount) continue;
    types++;
    tokens += count;
  }
  return { minCount, maxCount, types, tokensPerRow: tokens / rows };
}
