import { FIELD_NAMES } from '../data/rowTypes.ts';
import type { PairFigures } from '../metrics/macro/measurePairs.ts';
import type { VendiScoreOfOrder } from '../metrics/macro/measureSpread.ts';
import type { MicroLevel } from '../metrics/micro/microLevel.ts';
import type { HillNumbers, Kind, LevelFigures } from '../metrics/stats/levelFigures.ts';

// What the report says of the three levels. Lines are 1-based.

export const LEVEL_NAMES = ['macro', 'meso', 'micro'] as const;
export type LevelName = (typeof LEVEL_NAMES)[number];

export interface Levels {
  readonly macro: ByField<MacroLevel>;
  readonly meso: ByField<MesoLevel>;
  readonly micro: ByField<MicroLevel>;
}

/** What a level is measured of: one field, or both of them together as one text. */
export const MEASURED_FIELDS = [...FIELD_NAMES, 'whole'] as const;
export type MeasuredField = (typeof MEASURED_FIELDS)[number];

export interface ByField<T> {
  readonly instruction: T | Unmeasured;
  readonly response: T | Unmeasured;
  /** Both fields together; in a file that has only one of them the same as that one. */
  readonly whole: T | Unmeasured;
}

export type UnmeasuredCode = 'no-such-field' | 'too-few-rows' | 'no-kinds' | 'no-meaning';

/** A level that could not be measured, and why in words. */
export interface Unmeasured {
  readonly rows: number;
  readonly unmeasured: { readonly code: UnmeasuredCode; readonly message: string };
}

export type MesoSource = 'tags' | 'language-model' | 'verb-noun' | 'key-phrases';

export interface MesoLevel extends LevelFigures {
  readonly source: MesoSource;
  readonly kinds: number;
  readonly kindsPerRow: number;
  /** Rows in which no kind was found. */
  readonly rowsWithoutKind: number;
  /** How kinds of the same meaning were made one; absent where that is switched off. */
  readonly merging?: MesoMerging;
  /** The most frequent kinds, at most 50. `verb` and `noun` for verb–noun pairs. */
  readonly top: readonly MesoKind[];
  /** Kinds that only one or two rows have, by the first row that has them, at most 10. */
  readonly rare: readonly MesoKind[];
  /** Verbs and nouns by themselves; absent where no kind is a verb–noun pair. */
  readonly verbs?: PairWordsOfLevel;
  readonly nouns?: PairWordsOfLevel;
  /** Kinds with more or fewer rows than expected; absent for fewer than two kinds. */
  readonly balance?: MesoBalance;
  readonly coOccurrence: CoOccurrenceOfKinds;
}

export interface MesoMerging {
  readonly kindsBefore: number;
  /** Cosine similarities, 0–1, from which two verbs, and two other names, are one. */
  readonly verbSimilarity: number;
  readonly nameSimilarity: number;
}

export interface MesoKind extends Kind {
  readonly verb?: string;
  readonly noun?: string;
  /** Other names that count as this kind, most frequent first, at most 10. */
  readonly also?: readonly string[];
  /** A few lines that have the kind, ascending, at most 5. */
  readonly lines: readonly number[];
}

export interface PairWordsOfLevel {
  readonly kinds: number;
  readonly hill: HillNumbers;
  readonly sampleCoverage?: number;
  readonly evenness?: number;
  /** The most frequent, at most 20. */
  readonly top: readonly PairWordOfLevel[];
}

export interface PairWordOfLevel extends Kind {
  /** Sum of the counts of its pairs: at least `count`, as a row may have several. */
  readonly pairCount: number;
  /** The other words of its most frequent pairs, at most 4. */
  readonly with: readonly (Kind & { readonly lines: readonly number[] })[];
}

export interface MesoBalance {
  /** What counts are compared with: equal counts of all kinds, or verbs and nouns that go together by chance. */
  readonly rule: 'even-spread' | 'independence';
  /** Kinds with more rows than chance explains: how many, and the most striking, at most 10. */
  readonly overCount: number;
  readonly over: readonly UnevenMesoKind[];
  readonly underCount: number;
  readonly under: readonly UnevenMesoKind[];
}

export interface UnevenMesoKind extends Kind {
  /** Rows that the rule expects. */
  readonly expected: number;
  readonly lines: readonly number[];
}

export interface CoOccurrenceOfKinds {
  /** Common rows from which a pair is listed. */
  readonly minRows: number;
  /** Kinds that rows have together more often than chance, highest NPMI first, at most 20. */
  readonly pairs: readonly {
    readonly names: readonly [string, string];
    readonly rows: number;
    /** Rows that have both, over what independence would give; above 1. */
    readonly lift: number;
    /** Normalised pointwise mutual information, above 0, at most 1. */
    readonly npmi: number;
    readonly lines: readonly number[];
  }[];
}

export interface MacroLevel extends LevelFigures {
  readonly embedder: string;
  /** Vendi Score, q = 1, cosine kernel: effective number of distinct meanings. */
  readonly vendiScore: number;
  readonly vendiScoreOfOrder: VendiScoreOfOrder;
  /** Mean pairwise cosine distance, 0–2; absent for fewer than two rows. */
  readonly meanCosineDistance?: number;
  /** Measures over all pairs of rows, of a sample where there are more than 1,000; absent for fewer than two rows. */
  readonly pairs?: PairFigures;
  /** Shannon entropy of the rows' topics: 2 to this power is `hill.q1`. */
  readonly partitionEntropyBits: number;
  /** Rows less similar to every topic's centre than 95 % of the rows are to the centre of their own. */
  readonly rowsWithoutTopic: number;
  /** Different rows on which the topics were found, of how many; every row was then given to its topic. */
  readonly topicsFoundOn: { readonly rows: number; readonly of: number };
  /** Largest first. */
  readonly topics: readonly Topic[];
  /** Absent for fewer than two topics. */
  readonly gaps?: GapsBetweenTopics;
}

/** Neighbouring topics with less than a tenth as many rows near the midpoint of their centres as near the emptier of them. */
export interface GapsBetweenTopics {
  /** The emptiest first, at most 5. */
  readonly between: readonly {
    /** `id` of two topics, the larger topic first. */
    readonly topics: readonly [number, number];
    /** Rows near the midpoint, and near the centre of each topic. */
    readonly rowsBetween: number;
    readonly rowsAtCentres: readonly [number, number];
    /** Of each topic the line nearest to the midpoint. */
    readonly lines: readonly [number, number];
  }[];
  /** The cosine to the centre of their topic that half of the rows reach, in [−1, 1]: so near is near. */
  readonly usualSimilarity: number;
}

export interface Topic {
  readonly id: number;
  /** The most distinctive terms, joined by a middle dot: what the panel shows. */
  readonly name: string;
  readonly terms: readonly string[];
  readonly rows: number;
  /** Lines nearest to the topic's centre, nearest first, at most 5. */
  readonly lines: readonly number[];
}

/** Whether a level's figures are a finding: so few different rows that all count as one topic are none (`areTopicsTold`). */
export function isTold({ atCommonRows }: LevelFigures): boolean {
  return !('absence' in atCommonRows) || atCommonRows.absence !== 'too-few-different-rows';
}

export function isMeasured<T extends LevelFigures>(level: T | Unmeasured): level is T {
  return !('unmeasured' in level);
}
