import type { Kind, LevelFigures } from '../stats/levelFigures.ts';

export interface MicroLevel extends LevelFigures {
  readonly encoding: string;
  readonly tokens: number;
  readonly types: number;
  readonly entropyBits: number;
  /** Types that occur once / types. */
  readonly hapaxShare: number;
  /** Expectation-adjusted distinct: types / types expected of as many uniform draws from the encoding's vocabulary. */
  readonly expectationAdjustedDistinct: number;
  /** Slope of the rank–frequency curve on logarithmic axes by maximum likelihood, ≤ 0; absent for a single type. */
  readonly zipfSlope?: number;
  /**
   * Unique n-grams / n-grams for n = 1, 2, 3; n-grams never cross rows, nor fields. Absent entries:
   * no n-gram of that length.
   */
  readonly distinct: readonly (number | null)[];
  readonly midBand: {
    /** Lowest and highest count of a mid-band type, rescaled from 10–500 in 117,000 rows. */
    readonly minCount: number;
    readonly maxCount: number;
    readonly types: number;
    /** Mean number of mid-band tokens per row. */
    readonly tokensPerRow: number;
  };
  /** Tokens per row. */
  readonly length: LengthDistribution;
  /** Rank–frequency curve: at most 64 ranks spread evenly on a log scale, ascending rank. */
  readonly rankFrequency: readonly { readonly rank: number; readonly count: number }[];
  /** The most frequent types that are words (more than white space and punctuation), at most 30. */
  readonly top: readonly Kind[];
  /** Words of the mid-band that fewest rows have, the longest first among equals, at most 10. */
  readonly rareMidBand: readonly RareWord[];
  /** Absent until the rows have been read for words, and where they have none. */
  readonly words?: WordFigures;
  /** Bytes of the same rows' texts, joined by a space / bytes of them compressed; absent until then. */
  readonly compressionRatio?: number;
}

/** A word with the first lines, or rows, that have it: at most 3. */
export interface RareWord {
  readonly name: string;
  /** Rows that have it. */
  readonly rows: number;
  readonly lines: readonly number[];
}

/** What is measured of words, on at most 3,000 rows; absent figures are undefined for so few words. */
export interface WordFigures {
  /** Rows that were read for words. */
  readonly rows: number;
  readonly words: number;
  /** Different words. */
  readonly types: number;
  /** Moving-average type–token ratio, windows of 100 words. */
  readonly mattr?: number;
  /** Measure of textual lexical diversity, threshold 0.72, in words. */
  readonly mtld?: number;
  /** Hypergeometric distribution diversity, 42 draws. */
  readonly hdD?: number;
  /** Distinct-1 + … + distinct-4 of the joined rows. */
  readonly ngramDiversity?: number;
  /** Mean over rows of ln(1 + other rows that have its 4-grams). */
  readonly selfRepetition?: number;
}

export interface LengthDistribution {
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
  readonly mean: number;
  /** Bins of equal width on a log scale; `from` inclusive, `to` exclusive, in tokens. */
  readonly histogram: readonly {
    readonly from: number;
    readonly to: number;
    readonly rows: number;
  }[];
}
