import type { InputPart } from '../data/inputs/inputPart.ts';
import type { FieldName, RowError, RowWarning, ShapeId } from '../data/rowTypes.ts';
import type { VendiScoreOfOrder } from '../metrics/macro/measureMacro.ts';
import type { PairFigures } from '../metrics/macro/measurePairs.ts';
import type { QualityCode } from '../metrics/quality/qualityCodes.ts';
import type { MicroLevel } from '../metrics/micro/microLevel.ts';
import type { HillNumbers, Kind, LevelFigures } from '../metrics/stats/levelFigures.ts';
import type { TextNormalization } from '../metrics/text/normalizedHash.ts';
import type { LetterScript } from '../metrics/text/mainScript.ts';
import type { BytePairEncoding } from '../metrics/text/bytePairEncoding.ts';
import type { LanguageShare, RecurringWording } from './wordingTypes.ts';
import type { DuplicateScope, KeepRule, NearDuplicates } from './duplicateReport.ts';

export type * from './duplicateReport.ts';

/**
 * The report of one inspection: the one thing that all faces show. It is documented for users in docs/report.md.
 * Same file, same settings, same version: the same report, byte for byte; it holds no clock values.
 * Lines are 1-based. A statistic that is undefined is absent.
 */
export interface Report {
  readonly schemaVersion: 1;
  readonly strataVersion: string;
  readonly settings: InspectSettings;
  readonly file: FileFacts;
  readonly fields: FieldFacts;
  readonly levels: Levels;
  /** Languages of the rows, most frequent first. */
  readonly languages: readonly LanguageShare[];
  /** Wording that recurs over many rows. */
  readonly recurringWording: Readonly<Record<FieldName, RecurringWording>>;
  readonly nearDuplicates: NearDuplicates;
  readonly offDistribution: readonly OffDistributionRow[];
  /** How the off-distribution rows were found. */
  readonly offDistributionMethod: OffDistributionMethod;
  /** What is wrong with single rows, by kind. */
  readonly quality: readonly QualityFinding[];
  /** Everything that was sampled, skipped or capped, with counts and seed. Empty when all rows were measured in full. */
  readonly sampled: readonly SampleNote[];
}

export interface InspectSettings {
  readonly seed: number;
  /** Jaccard similarity from which two rows are near-duplicates, in (0, 1]. */
  readonly nearDuplicateThreshold: number;
  /** Tokens per shingle, ≥ 1. */
  readonly shingleTokens: number;
  /** Share of a file without strangers that may be flagged as far from all or oddly worded, above 0, below 1. */
  readonly offDistributionFalsePositiveRate: number;
  /** Rows at which files are compared, ≥ 1. */
  readonly commonRows: number;
  /** Whether task units that mean the same count as one at the meso level. */
  readonly mergeSynonyms: boolean;
  /** Cosine similarity from which two rows are duplicates in meaning, in (0, 1]. */
  readonly semanticThreshold: number;
  /** The texts in which rows are compared. */
  readonly nearDuplicateScope: DuplicateScope;
  /** What is made alike before texts are compared for equality. */
  readonly normalize: TextNormalization;
  /** Which row of a cluster would stay. */
  readonly keep: KeepRule;
  /** In whose tokens the micro level is measured. */
  readonly encoding: BytePairEncoding;
}

export interface FileFacts {
  /** As the caller gave it. */
  readonly path: string;
  readonly bytes: number;
  /** Lines, blank ones and broken ones included. */
  readonly lines: number;
  /** Lines that were chosen to be measured; absent when all were. Blank lines, rows and errors are of these. */
  readonly selectedLines?: number;
  readonly blankLines: number;
  /** Rows that were measured. */
  readonly rows: number;
  /** The first 1,000 row errors, by line. */
  readonly rowErrors: readonly RowError[];
  readonly rowErrorCount: number;
  /** The first 1,000 warnings about rows that were used all the same. */
  readonly rowWarnings: readonly RowWarning[];
  readonly rowWarningCount: number;
  /** The shape of most rows. */
  readonly shape: ShapeId;
  /** Every shape found with its rows, most frequent first. */
  readonly shapes: readonly { readonly shape: ShapeId; readonly rows: number }[];
  readonly encoding: 'utf-8' | 'utf-8-bom';
  /** The files that it is made of, where it is not one plain file of JSON lines. */
  readonly parts?: readonly InputPart[];
}

/** What was read as what, in the words of the file: `instruction + input`, `messages (user, system)`. */
export interface FieldFacts {
  readonly instruction?: string;
  readonly response?: string;
  readonly tags?: string;
  /** Top-level keys of the file's rows with how many rows have them, most frequent first: what a person can choose from. */
  readonly available: readonly { readonly name: string; readonly rows: number }[];
}

export interface Levels {
  readonly macro: ByField<MacroLevel>;
  readonly meso: ByField<MesoLevel>;
  readonly micro: ByField<MicroLevel>;
}

/** What a level is measured of: one field, or both of them together as one text. */
export type MeasuredField = FieldName | 'whole';

export interface ByField<T> {
  readonly instruction: T | Unmeasured;
  readonly response: T | Unmeasured;
  /** Both fields together; in a file that has only one of them the same as that one. */
  readonly whole: T | Unmeasured;
}

export type UnmeasuredCode = 'no-such-field' | 'too-few-rows' | 'no-kinds';

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
  /** The cosine to the centre of their topic that half of the rows reach, in [−1, 1]: so near is near. */
  readonly usualSimilarity: number;
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

export type OffDistributionReason =
  | {
      readonly code: 'far-from-all';
      /** Mean cosine distance to the k nearest rows, and the median of it that the file's rows of the same script have. */
      readonly meanCosineDistance: number;
      readonly medianCosineDistance: number;
      readonly nearestLine: number;
    }
  | {
      readonly code: 'odd-wording';
      /** Mean surprise of the row's tokens under the file's own bigram model without the row, and what is usual: bits per token. */
      readonly surpriseBits: number;
      readonly typicalSurpriseBits: number;
      /** The oddest words, the oddest first, at most 5. */
      readonly oddWords: readonly OddWord[];
    }
  | {
      readonly code: 'rare-script';
      /** Unicode script, such as `Cyrillic`. */
      readonly script: LetterScript;
      /** Share of the file's rows mainly in that script, 0–1. */
      readonly share: number;
    }
  | {
      readonly code: 'rare-language';
      /** BCP 47 tag. */
      readonly language: string;
      /** Share of the rows whose language was told that are surely in it, 0–1. */
      readonly share: number;
    }
  | {
      readonly code: 'unusual-length';
      readonly field: 'instruction' | 'response';
      readonly tokens: number;
      readonly medianTokens: number;
    }
  | {
      readonly code: 'rare-tag';
      readonly tag: string;
      /** Rows that have the tag, and their share of the rows with tags, 0–1. */
      readonly rows: number;
      readonly share: number;
    }
  | {
      readonly code: 'other-label';
      readonly label: string;
      readonly otherLabel: string;
      /** Share of the nearest rows' votes for either, 0–1. */
      readonly labelShare: number;
      readonly otherLabelShare: number;
      /** The nearest row that has the other label. */
      readonly nearestLine: number;
    };

/** A word whose token surprises, by UTF-16 units in the field's text. */
export interface OddWord {
  readonly field: FieldName;
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly surpriseBits: number;
}

export interface OffDistributionRow {
  readonly line: number;
  /** Share of rows expected to be at least as odd, above 0, up to 1: lower = further off. */
  readonly score: number;
  /** Place among all rows, 1 for the oddest. */
  readonly rank: number;
  /** The reasons in English words. */
  readonly reasons: readonly string[];
  /** The same reasons as figures, in the same order. */
  readonly evidence: readonly OffDistributionReason[];
}

export interface OffDistributionMethod {
  readonly neighbours: number;
  /** Share of the true nearest rows that the search found, on a sample; absent where the search was exact. */
  readonly recall?: { readonly recall: number; readonly sampledRows: number };
}

/** One kind of quality finding. */
export interface QualityFinding {
  readonly code: QualityCode;
  /** `high` for what is hardly ever wanted, `low` for what a person may want. */
  readonly weight: 'high' | 'low';
  readonly rows: number;
  /** The first 1,000 of these rows by line, with what was found in them, cut, where it can be shown; personal data masked. */
  readonly places: readonly QualityPlace[];
}

export interface QualityPlace {
  readonly line: number;
  readonly excerpt?: string;
}

export interface SampleNote {
  readonly what:
    | 'first-lines'
    | 'interval-rows'
    | 'embeddings'
    | 'own-embeddings'
    | 'wording'
    | 'quality-findings'
    | 'row-pairs'
    | 'task-units'
    | 'language-model-tags'
    | 'compared-names'
    | 'kinds-per-row'
    | 'words'
    | 'recurring-wording'
    | 'reference-rows'
    | 'languages';
  readonly level?: keyof Levels;
  readonly field?: MeasuredField;
  readonly used: number;
  readonly of: number;
  readonly seed?: number;
  /** One English sentence. */
  readonly message: string;
}

export function isMeasured<T extends LevelFigures>(level: T | Unmeasured): level is T {
  return !('unmeasured' in level);
}
