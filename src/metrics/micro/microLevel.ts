import type { Kind, LevelFigures } from '../stats/levelFigures.ts';

export interface MicroLevel extends LevelFigures {
  readonly encoding: string;
  readonly tokens: number;
  readonly types: number;
  readonly entropyBits: number;
  /** Unique n-grams / n-grams for n = 1, 2, 3; n-grams never cross rows, nor fields. Absent entries: no n-gram of that length. */
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
  /** Words of the mid-band that fewest rows have, the lowest token first among equals, at most 10. */
  readonly rareMidBand: readonly RareWord[];
}

/** A word with the first lines, or rows, that have it: at most 3. */
export interface RareWord {
  readonly name: string;
  /** Rows that have it. */
  readonly rows: number;
  readonly lines: readonly number[];
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
