import type { InputPart } from '../data/inputs/inputPart.ts';
import type { FieldName, RowError, RowWarning, ShapeId } from '../data/rowTypes.ts';
import type { QualityCode } from '../metrics/quality/qualityCodes.ts';
import type { TextNormalization } from '../metrics/text/normalizedHash.ts';
import type { BytePairEncoding } from '../metrics/text/bytePairEncoding.ts';
import type { LanguageShare, RecurringWording } from './wordingTypes.ts';
import type { DuplicateScope, KeepRule, NearDuplicates } from './duplicateReport.ts';
import type { Levels, MeasuredField } from './levelReport.ts';
import type { OffDistributionMethod, OffDistributionRow } from './offDistributionReport.ts';

export type * from './duplicateReport.ts';
export * from './levelReport.ts';
export type * from './offDistributionReport.ts';

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
    | 'left-out-files'
    | 'dead-links'
    | 'first-lines'
    | 'interval-rows'
    | 'embeddings'
    | 'own-embeddings'
    | 'chosen-field'
    | 'keep-field'
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
  /** A field that was chosen and that no row has, and those that the rows have, most frequent first. */
  readonly chosen?: {
    readonly as: 'instruction' | 'response' | 'tags' | 'embedding' | 'keep';
    readonly path: string;
    readonly available: readonly string[];
  };
  /** Names of files that were left out, at most 12, and `…` for more. */
  readonly files?: readonly string[];
  /** In English. */
  readonly message: string;
}
