/** Effective numbers of kinds (Hill 1973), in kinds; q0 ≥ q1 ≥ q2 ≥ 1. */
export interface HillNumbers {
  /** Richness: kinds seen. */
  readonly q0: number;
  /** Exponential of Shannon entropy: the effective number of kinds. */
  readonly q1: number;
  /** Inverse Simpson concentration: weighs the largest kinds most. */
  readonly q2: number;
}

/** What every level says of itself, whatever its kinds are. */
export interface LevelFigures {
  /** Rows that carry the field and were measured. */
  readonly rows: number;
  readonly hill: HillNumbers;
  /** Good–Turing sample coverage, 0–1 (Chao & Jost 2012): share of what the source produces that the file has shown. */
  readonly sampleCoverage?: number;
  /** Pielou's evenness, ln q1 / ln q0, 0–1; absent for fewer than two kinds. */
  readonly evenness?: number;
}

export interface Kind {
  readonly name: string;
  /** Rows that have the kind (meso) or occurrences (micro). */
  readonly count: number;
}
