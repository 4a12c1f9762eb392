import type { Contradiction, PreferenceAnswers } from '../metrics/flags/contradictions.ts';
import type { ScoredPairs } from '../metrics/flags/scoredPairs.ts';
import type { SemanticPairs } from '../metrics/flags/semanticPairs.ts';

/** What the clusters of near-duplicates are made of, at any threshold from the floor up. Plain data in typed arrays. */
export interface DuplicateEvidence {
  /** 0-based line of each row, ascending. */
  readonly rowLines: Uint32Array;
  /** The first row of equal text for each row, −1 without text: in the compared texts, and in either field. */
  readonly equalTexts: Int32Array;
  readonly equalInstructions: Int32Array;
  readonly equalResponses: Int32Array;
  /** The number of each row that decides which row of a cluster stays; absent where the order of the file does. */
  readonly keepValues?: Float64Array;
  /** Pairs of different texts, each text by its first row. */
  readonly fuzzy: ScoredPairs;
  /** Similarity down to which they are known. */
  readonly fuzzyFloor: number;
  /** Pairs near in meaning, likewise, whatever their wording. */
  readonly semantic: SemanticPairs;
  readonly semanticFloor: number;
  readonly embedder: string;
  readonly preferences: PreferenceAnswers;
  readonly contradictions: readonly Contradiction[];
}
