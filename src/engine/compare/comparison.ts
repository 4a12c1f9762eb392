import type { ClassifierTwoSampleTest } from '../../metrics/compare/classifierTwoSampleTest.ts';
import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { KindShift } from '../../metrics/compare/kindShift.ts';
import type { LeakKind } from '../../metrics/compare/leakedRows.ts';
import type { ToldInterval } from '../../metrics/stats/levelFigures.ts';
import type { FieldPlan } from '../../data/fieldPlan.ts';
import type { RowMap } from '../rowMap.ts';
import type { Overlap } from '../tasks/measureOverlap.ts';
import type {
  FieldFacts,
  FileFacts,
  InspectSettings,
  Levels,
  MeasuredField,
  SampleNote,
} from '../report.ts';

/** Two data sets compared: plain data, documented in docs/compare.md. */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly strataVersion: string;
  readonly settings: InspectSettings;
  readonly dataset: ComparedFile;
  readonly reference: ComparedFile;
  /** Whether the two can come from one source. */
  readonly verdict: ShiftVerdict;
  readonly levels: ComparedLevels;
  readonly shift: Shift;
  /** How far the meanings of whole rows cover each other: no test, and no part of the verdict. */
  readonly overlap: Overlap | Uncompared;
  /** Rows of the data set by how far they lie from the reference. */
  readonly invented: OutsideRows | Uncompared;
  /** Rows of the reference by how far they lie from the data set. */
  readonly missing: OutsideRows | Uncompared;
  /** Kinds used more, and less, than in the reference. */
  readonly use: {
    readonly topics: KindUse | Uncompared;
    readonly units: KindUse | Uncompared;
    readonly words: KindUse | Uncompared;
  };
  readonly leakage: Leakage;
  readonly sampled: readonly ComparisonNote[];
}

export interface ComparedFile {
  readonly file: FileFacts;
  readonly fields: FieldFacts;
}

export type ComparedLevels = Readonly<
  Record<keyof Levels, Readonly<Record<MeasuredField, LevelComparison | Uncompared>>>
>;

export type UncomparedCode =
  /** One of the files has no row with this part. */
  | 'no-such-field'
  /** Vectors of two embedders have no distance. */
  | 'other-embedder'
  /** One of the files has no kinds to compare. */
  | 'no-kinds'
  | 'too-few-rows'
  /** Rows enough, but too few that differ. */
  | 'too-few-different-rows';

/** What could not be compared, and why in one English sentence. */
export interface Uncompared {
  readonly uncompared: { readonly code: UncomparedCode; readonly message: string };
}

export const isCompared = <T extends object>(value: T | Uncompared): value is T =>
  !('uncompared' in value);

/** One level of one field at the same number of rows of either file. */
export interface LevelComparison {
  /** Rows of either file that carry the field and were measured. */
  readonly rows: InBoth;
  /** Rows at which the two are compared: those of the file with fewer. */
  readonly commonRows: number;
  /** Effective number of kinds (Hill number of order 1) at `commonRows`, with a 95 % interval where the rows tell one. */
  readonly effectiveKinds: InBoth<{ readonly q1: number } & ToldInterval>;
  /**
   * Effective kinds of the data set over those of the reference, above 0, with a 95 % interval
   * where the rows of either tell one.
   */
  readonly ratio: { readonly value: number } & ToldInterval;
  /** The file that is more diverse, where the interval of the ratio excludes 1. */
  readonly moreDiverse: keyof InBoth | 'neither';
}

export interface KindUse {
  /** Rows of either file that the counts are out of. */
  readonly rows: InBoth;
  /** Different kinds in both files together. */
  readonly kinds: number;
  /** Kinds beyond chance, those furthest from it first, at most 30 of each. */
  readonly overUsed: readonly UsedKind[];
  readonly underUsed: readonly UsedKind[];
  /** How many there are of each. */
  readonly overUsedKinds: number;
  readonly underUsedKinds: number;
  /** |z| that a kind has to reach. */
  readonly zLimit: number;
}

export interface UsedKind {
  readonly name: string;
  /** ln of the odds in the data set over those in the reference, with a prior; above 0 = over-used. */
  readonly logOddsRatio: number;
  /** How far from chance: the point of the normal distribution of Fisher's exact test; above 0 = over-used. */
  readonly z: number;
  /** Rows of either file that have the kind. */
  readonly rows: InBoth;
  /** Whether one file has it in no more than a tenth of the share of rows that the other has. */
  readonly hardlyInOne: boolean;
  /** Lines of either file that have the kind, at most 5. */
  readonly lines: InBoth<readonly number[]>;
}

export interface OutsideRows {
  /** Rows with a meaning of the file that the rows are of. */
  readonly rows: number;
  /**
   * Cosine distance to the nearest row of the other file from which a row is outside: what 99 % of
   * the other file's rows are below.
   */
  readonly limit: number;
  /** Rows at the limit or beyond. */
  readonly outside: number;
  /**
   * Share of the rows that is expected there of one source, 0–1: about 1 %, more where the other
   * file has fewer than 100 rows.
   */
  readonly expectedShare: number;
  /** The rows furthest from the other file, at most 200; the first `outside` of them are outside. */
  readonly furthest: readonly OutsideRow[];
}

export interface OutsideRow {
  readonly line: number;
  /** To the nearest row of the other file, 0–2. */
  readonly cosineDistance: number;
  /** Line of that row in the other file. */
  readonly nearestLine: number;
}

export interface Shift {
  /** A classifier by embeddings, and one by tokens. */
  readonly meanings?: ClassifierTwoSampleTest;
  readonly wording?: ClassifierTwoSampleTest;
  readonly tokens?: KindShift;
  readonly units?: KindShift;
  readonly topics?: KindShift;
}

export type ShiftTestName = keyof Shift;

export interface ShiftVerdict {
  /** `no-shift-seen-in-few-rows`: a file has fewer than 200 rows, which show large shifts only. */
  readonly code: 'shifted' | 'no-shift-seen' | 'no-shift-seen-in-few-rows' | 'too-few-rows';
  /** The tests that are beyond chance, the surest first. */
  readonly beyondChance: readonly ShiftTestName[];
  /** The smallest p-value, counting how many tests were made (Holm). */
  readonly adjustedPValue: number;
  /** Probability that files from one source are called shifted. */
  readonly errorRate: number;
  readonly rows: InBoth;
}

export interface Leakage {
  readonly scope: InspectSettings['nearDuplicateScope'];
  /** Rows of the data set that repeat rows of the reference, and rows of the reference that are the match of one. */
  readonly rows: InBoth;
  /** Rows of the data set by their strongest match. */
  readonly byKind: Readonly<Record<LeakKind, number>>;
  /** Jaccard similarity, contained share and cosine from which rows count. */
  readonly thresholds: {
    readonly fuzzy: number;
    readonly contained: number;
    readonly semantic: number;
  };
  /** Whether every such row was found. */
  readonly allFound: boolean;
  /** Every row with its strongest match, by line. */
  readonly pairs: readonly LeakedPair[];
}

export interface LeakedPair {
  readonly line: number;
  readonly referenceLine: number;
  readonly kind: LeakKind;
  readonly similarity: number;
}

/** What was sampled or left out in one of the files. */
export interface ComparisonNote extends SampleNote {
  readonly in: keyof InBoth;
}

/** A finished comparison, with what reading its rows back needs. */
export interface ComparedFiles {
  readonly comparison: Comparison;
  readonly files: InBoth<{ readonly lineStarts: Float64Array; readonly plan: FieldPlan }>;
  readonly map?: JointMap;
}

/** Rows of both files on one map: the points of the data set come first. */
export interface JointMap extends Omit<RowMap, 'rows'> {
  /** 0-based line of each point in its file. */
  readonly lines: Uint32Array;
  /** Points of the data set; the rest are of the reference. */
  readonly datasetPoints: number;
  /** Topic of each point, −1 for none; absent where the files have no topics in common. */
  readonly topics?: { readonly names: readonly string[]; readonly ofPoint: Int32Array };
  /** 1 for each point that is outside of the other file (see `invented` and `missing`); absent where that is not known. */
  readonly outside?: Uint8Array;
}
