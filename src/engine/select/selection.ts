import type { FieldPlan } from '../../data/fieldPlan.ts';
import type { FieldName } from '../../data/rowTypes.ts';
import type { Band } from '../../metrics/stats/band.ts';
import type { LineRange } from '../chunks.ts';
import type { DataFile } from '../dataFile.ts';
import type { InspectRequest } from '../inspection.ts';
import {
  LEVEL_NAMES,
  type FieldFacts,
  type FileFacts,
  type InspectSettings,
  type SampleNote,
  type LevelName,
} from '../report.ts';

/** The six strategies of Li et al. (2025), those beyond them, and the random choice. */
export const STRATEGIES = [
  'macro-instruction',
  'macro-response',
  'meso-instruction',
  'meso-response',
  'micro-instruction',
  'micro-response',
  'facility-location',
  'k-centre',
  'novelsum',
  'combined',
  'random',
] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** The level and the field that a strategy of the study widens; undefined for the others. */
export function levelOfStrategy(
  strategy: Strategy,
): { readonly level: LevelName; readonly field: FieldName } | undefined {
  const [level, field] = strategy.split('-');
  const isStudied = LEVEL_NAMES.some((known) => known === level);
  return isStudied ? { level: level as LevelName, field: field as FieldName } : undefined;
}

/** Groups that Strata tells itself. */
export const QUOTA_GROUPS = ['tag', 'language', 'shape'] as const;

interface QuotaOfGroup {
  readonly by: (typeof QUOTA_GROUPS)[number];
  readonly name: string;
  readonly rows: number;
}

/** Of the rows that have `name` in a field of the file, such as where they come from. */
interface QuotaOfField {
  readonly by: 'field';
  /** Dotted path. */
  readonly field: string;
  readonly name: string;
  readonly rows: number;
}

/** So many rows of a group, or all that can be chosen of it. The other rows are of no group with a quota. */
export type Quota = QuotaOfGroup | QuotaOfField;

/** A quota that could not be filled. */
export interface ShortQuota {
  readonly quota: Quota;
  /** Chosen rows of its group. */
  readonly rows: number;
  /** `rows`: no other of the group could be chosen; `size`: others could, but the choice was full. */
  readonly because: 'rows' | 'size';
}

/** What the combined strategy looks for: its weight is what lies between a random choice and the best one for this alone. */
export interface SelectWeights {
  /** ≥ 0 */
  readonly macro: number;
  readonly meso: number;
  readonly micro: number;
  /** Closeness to the reference; counts only where there is one. */
  readonly reference: number;
  /** Above 0 for long rows, below 0 for short ones. */
  readonly length: number;
}

export interface SelectSettings {
  readonly strategy: Strategy;
  /** Rows to choose, ≥ 1, those that are kept in any case included. */
  readonly size: number;
  /** Degree of diversity, 0–100; read by the six strategies of the study. */
  readonly degree: number;
  readonly seed: number;
  /** Lines that are chosen in any case, and lines that never are. */
  readonly keep: readonly LineRange[];
  readonly drop: readonly LineRange[];
  readonly dropNearDuplicates: boolean;
  /** Whether rows with a quality finding of high weight are left out. */
  readonly dropQuality: boolean;
  readonly quotas: readonly Quota[];
  readonly weights: SelectWeights;
}

export const DEFAULT_SELECT_SETTINGS: Omit<SelectSettings, 'size'> = {
  strategy: 'micro-response',
  degree: 100,
  seed: 1,
  keep: [],
  drop: [],
  dropNearDuplicates: false,
  dropQuality: false,
  quotas: [],
  weights: { macro: 1, meso: 1, micro: 1, reference: 1, length: 0 },
};

/** From what rows are chosen. */
export interface SelectSource extends Omit<InspectRequest, 'lines' | 'withMap'> {
  /** Rows like those wanted; read by the combined strategy. */
  readonly reference?: DataFile;
}

export interface SelectRequest extends SelectSource {
  readonly select: SelectSettings;
}

export type ChoiceReason =
  /** Named by the person. */
  | 'kept'
  /** Had kinds that no row chosen before had. */
  | 'covers'
  /** Of the kind that fewest chosen rows had. */
  | 'evens-out'
  /** Has no kind; no row with one was left. */
  | 'fills-up'
  /** Stood for most rows that no chosen row was near to. */
  | 'represents'
  /** Lay farthest from the chosen rows. */
  | 'farthest'
  | 'most-novel'
  /** Added most to the sum of what was looked for. */
  | 'adds-most'
  | 'random';

export interface ChosenLine {
  /** 1-based. */
  readonly line: number;
  readonly reason: ChoiceReason;
  /** The kind for which the row was taken, where it was for one. */
  readonly kind?: string;
  /** What it added when it was chosen, in the unit of its reason; absent for `kept` and `random`. */
  readonly gain?: number;
  /** Its place in the order of choice, from 1. */
  readonly place: number;
}

export type DropReason =
  | 'dropped-line'
  | 'near-duplicate'
  | 'quality'
  /** What the strategy goes by is not known of it: the file was sampled, or the row has no tags. */
  | 'not-measured';

/** How diverse a level of a field is in the choice, in random choices of as many rows, and in the whole file. */
export interface LevelOfChoice {
  readonly level: LevelName;
  readonly field: FieldName;
  /** Chosen rows that have the field and were measured; the random choices have as many. */
  readonly rows: number;
  /** Effective number of kinds (Hill number of order 1): topics, task units, byte-pair tokens. No chosen row may have any. */
  readonly effective: { readonly choice?: number; readonly random: Band; readonly whole: number };
  /** Kinds covered: topics, task units, mid-band tokens. */
  readonly kinds: { readonly choice: number; readonly random: Band; readonly whole: number };
  /** Kinds of the file that no chosen row has; absent where the file was sampled and chosen rows are not in the sample. */
  readonly lost?: LostKinds;
}

export interface LostKinds {
  readonly count: number;
  /** Those that most rows have, at most 50. */
  readonly most: readonly { readonly name: string; readonly rows: number }[];
}

/** What a degree of diversity means in this file, for this number of rows. */
export interface DegreeFacts {
  readonly narrowest: number;
  readonly widest: number;
  readonly wanted: number;
  /** Kinds that the choice has: fewer than wanted where so few rows cannot have them all, more where kept rows bring others. */
  readonly covered: number;
  /** Kinds of the rows that could be chosen, those that are kept in any case included. */
  readonly ofCandidates: number;
}

/** A choice of rows, not written yet. */
export interface Selection {
  readonly strataVersion: string;
  readonly settings: SelectSettings;
  /** The settings by which kinds, near-duplicates and quality were told. */
  readonly inspectSettings: InspectSettings;
  readonly reference?: { readonly path: string; readonly fields: FieldFacts };
  readonly file: FileFacts;
  readonly fields: FieldFacts;
  /** By line. */
  readonly chosen: readonly ChosenLine[];
  /** Rows that could not be chosen, by reason. */
  readonly excluded: readonly { readonly reason: DropReason; readonly rows: number }[];
  /** Rows that could be chosen, those that are kept in any case included. */
  readonly candidates: number;
  readonly degree?: DegreeFacts;
  /** Draws of the random baseline. */
  readonly draws: number;
  readonly levels: readonly LevelOfChoice[];
  readonly sampled: readonly SampleNote[];
  readonly short: readonly ShortQuota[];
  /** What a person should know of the choice, in English sentences. */
  readonly notes: readonly string[];
}

/** A selection with what is needed to write it and to show its rows. */
export interface SelectResult {
  readonly selection: Selection;
  readonly lineStarts: Float64Array;
  readonly plan: FieldPlan;
}

export type SelectPhase =
  | 'reading'
  /** Reading the reference, where the strategy goes by one. */
  | 'reference'
  | 'duplicates'
  | 'kinds'
  | 'choosing'
  /** Measuring what was chosen and the random draws of as many rows. */
  | 'comparing';
