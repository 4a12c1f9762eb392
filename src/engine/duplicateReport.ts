import type { FieldName } from '../data/rowTypes.ts';

// What the report says of rows that repeat each other. Lines are 1-based.

export type DuplicateScope = 'whole' | 'instruction' | 'response';

/** `longest` in tokens of instruction and response; `highest` number in a field, a dotted path. Of equals the first stays. */
export type KeepRule =
  | { readonly by: 'longest' }
  | { readonly by: 'first' }
  | { readonly by: 'highest'; readonly field: string };

export interface NearDuplicates {
  readonly scope: DuplicateScope;
  /** Rows that are in any exact or fuzzy cluster. */
  readonly rows: number;
  /** Similarity down to which the pairs of fuzzy clusters are known: a threshold from here up needs no new inspection. */
  readonly floor: number;
  /**
   * Whether every near-duplicate pair was listed. If not, there were more than a million: the clusters are whole all the
   * same, but a cluster's lowest similarity is that of its listed pairs.
   */
  readonly allPairsListed: boolean;
  readonly exactClusters: readonly ExactCluster[];
  readonly fuzzyClusters: readonly FuzzyCluster[];
  readonly contained: Contained;
  readonly semantic: SemanticDuplicates;
  readonly templates: Templates;
  /** Absent in files without preference pairs. */
  readonly preferencePairs?: PreferencePairs;
  /** Rows of one instruction with different responses; rows of one response with different instructions. */
  readonly sameInstruction: FieldRepeats;
  readonly sameResponse: FieldRepeats;
}

/** Rows equal after normalisation; lines ascending. */
export interface ExactCluster {
  readonly lines: readonly number[];
  readonly kept: KeptLine;
}

/** Rows linked by pairs at or above the threshold; exact copies of a member are members too. */
export interface FuzzyCluster {
  readonly lines: readonly number[];
  readonly kept: KeptLine;
  /** The field that is equal in all rows of the cluster while the other is not. */
  readonly sameField?: 'instruction' | 'response';
  /** Lowest Jaccard similarity among the pairs that link the cluster, in [threshold, 1]. */
  readonly similarity: number;
  /** Mean similarity of these pairs. */
  readonly meanSimilarity: number;
  /** The linking pairs, most similar first, at most 100. */
  readonly pairs: readonly {
    readonly lines: readonly [number, number];
    readonly similarity: number;
  }[];
}

/** Short rows that stand inside a row at least twice as long. */
export interface Contained {
  /** Share of a row's shingles that have to be in the other, and the fewest shingles of a row that is looked for. */
  readonly threshold: number;
  readonly minShingles: number;
  /** Whether every contained row was found; if not, it would have taken too long. */
  readonly allFound: boolean;
  /** By line. Of rows with equal shingles the first stands for all. */
  readonly rows: readonly {
    readonly line: number;
    /** The row that holds most of it. */
    readonly inLine: number;
    /** Share of its shingles that are there, in [threshold, 1]. */
    readonly containment: number;
  }[];
}

/** Rows near in meaning that are neither equal nor near-duplicates by their wording. */
export interface SemanticDuplicates {
  /** Cosine similarity from which two rows mean the same. */
  readonly threshold: number;
  /** Cosine similarity down to which pairs were kept. */
  readonly floor: number;
  /** Share of pairs at the threshold that people found to mean roughly the same, on known data; absent where not known. */
  readonly expectedPrecision?: number;
  /** Rows that are in any of the clusters. */
  readonly rows: number;
  /** As those of near-duplicates; similarities are cosines. */
  readonly clusters: readonly FuzzyCluster[];
}

/** Rows that are alike but for one slot. */
export interface Templates {
  readonly field: FieldName;
  /** Most tokens of a slot: in words, and in characters of scripts without spaces. */
  readonly maxSlotTokens: TokensByScript;
  /** Different fillings of the slot from which a frame is a family. */
  readonly minSlotValues: number;
  /** Fewest tokens of a frame. */
  readonly minFrameTokens: TokensByScript;
  /** Longer texts are not looked at. */
  readonly maxTextTokens: number;
  /** Those of most rows first, at most 500. */
  readonly families: readonly TemplateFamilyOfRows[];
  /** Families beyond the listed ones. */
  readonly unlisted: number;
}

export interface TokensByScript {
  readonly words: number;
  readonly characters: number;
}

export interface TemplateFamilyOfRows {
  /** The text of its first row with ___ for the slot. */
  readonly frame: string;
  /** Ascending. */
  readonly lines: readonly number[];
  /** Different fillings of the slot. */
  readonly slotValueCount: number;
  /** The most frequent of them, at most 5. */
  readonly slotValues: readonly { readonly value: string; readonly rows: number }[];
}

/** Rows of a chosen and a rejected answer that teach little or the opposite of one another. */
export interface PreferencePairs {
  /** Rows with both answers. */
  readonly pairs: number;
  /** Rows whose answers are near-duplicates of each other, by line. */
  readonly alike: readonly {
    readonly line: number;
    /** Jaccard similarity of their shingles, in [threshold, 1]; 1 also where they are equal after normalisation. */
    readonly similarity: number;
  }[];
  /** Rows whose chosen answer is the rejected one of another row, by line. */
  readonly contradictions: readonly {
    readonly line: number;
    readonly rejectedInLine: number;
    /** Whether both rows have the same instruction. */
    readonly sameInstruction: boolean;
  }[];
}

/** The line that would stay, and what decides it; `first` where the others are equal in what was asked for. */
export interface KeptLine {
  readonly line: number;
  readonly because: KeepRule['by'];
}

/** Rows that are equal in one field and differ in the other. */
export interface FieldRepeats {
  readonly groups: number;
  readonly rows: number;
  /** Those of most rows first, at most 20. */
  readonly largest: readonly {
    readonly rows: number;
    /** Different texts of the other field. */
    readonly variants: number;
    /** Ascending, at most 50. */
    readonly lines: readonly number[];
  }[];
}
