/** Effective numbers of kinds (Hill 1973), in kinds; q0 ≥ q1 ≥ q2 ≥ 1. */
export interface HillNumbers {
  /** Richness: kinds seen. */
  readonly q0: number;
  /** Exponential of Shannon entropy: the effective number of kinds. */
  readonly q1: number;
  /** Inverse Simpson concentration: weighs the largest kinds most. */
  readonly q2: number;
}

/** What every level says of itself, whatever its kinds are; `levelStatistics` computes it for all. */
export interface LevelFigures {
  /** Rows that carry the field and were measured. */
  readonly rows: number;
  readonly hill: HillNumbers;
  /**
   * 95 % interval of `hill.q1`; absent for fewer than ten rows, of topics 40, and where no kind is in two rows or all rows are
   * alike. Where it is absent, that of every `CurvePoint` is as well.
   */
  readonly interval?: HeadlineInterval;
  /** Good–Turing sample coverage, 0–1 (Chao & Jost 2012): share of what the source produces that the file has shown. */
  readonly sampleCoverage?: number;
  /** Pielou's evenness, ln q1 / ln q0, 0–1; absent for fewer than two kinds. */
  readonly evenness?: number;
  /** The fewest kinds that have half of all occurrences between them, and the share that they have. */
  readonly largest: { readonly kinds: number; readonly share: number };
  /** Kinds that the source has and the file does not, at the least (Chao2; Chao1 where a row has one kind). */
  readonly unseenKinds?: number;
  /** Kinds that exactly one row, and exactly two rows, have. */
  readonly rareKinds: { readonly inOneRow: number; readonly inTwoRows: number };
  /** What so many rows of the same source are expected to show: the figure to compare files by. */
  readonly atCommonRows: CommonRows;
  /** Rarefaction and extrapolation, ascending rows; empty for fewer than two rows. */
  readonly curve: readonly CurvePoint[];
  /**
   * Public data sets at the same number of rows, ascending; absent where there is nothing to
   * compare with, or no interval to do it by.
   */
  readonly yardsticks?: readonly YardstickComparison[];
}

/** The headline of a public data set at the common number of rows. */
export interface YardstickComparison extends Interval {
  /** Name of the set. */
  readonly name: string;
  readonly q1: number;
  /** Where the set stands from this file: `similar` where their intervals overlap. */
  readonly position: 'lower' | 'similar' | 'higher';
}

/**
 * An interval for q1: q1 · exp(± 2.01 standard errors of its logarithm), at least 1 where q1 is, at
 * most the kinds that there can be.
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Both ends, or neither where the rows tell none. */
export type ToldInterval = Interval | { readonly low?: never; readonly high?: never };

export interface HeadlineInterval extends Interval {
  /**
   * Rows that its width is told from; fewer than the file's where these have many occurrences, the
   * standard error then scaled.
   */
  readonly rowsUsed: number;
}

export type CommonRows =
  | CurvePoint
  /** Extrapolation beyond twice the rows would be a guess; topics of a handful of different rows are none. */
  | { readonly rows: number; readonly absence: 'too-few-rows' | 'too-few-different-rows' };

export interface ExpectedFigures extends HillNumbers {
  readonly rows: number;
  /** Expected sample coverage, 0–1. */
  readonly coverage: number;
  /** Whether these are more rows than the file has. */
  readonly extrapolated: boolean;
}

export interface CurvePoint extends ExpectedFigures {
  /** 95 % interval of `q1`; absent where the rows do not tell one. */
  readonly interval?: Interval;
}

export interface Kind {
  readonly name: string;
  /** Rows that have the kind (meso) or occurrences (micro). */
  readonly count: number;
}
