import type { FieldPlan } from '../../data/fieldPlan.ts';
import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { Band } from '../../metrics/stats/band.ts';
import type { ComparedFile, Uncompared } from '../compare/comparison.ts';
import type { InspectSettings, LevelName, MeasuredField, SampleNote } from '../report.ts';

/** Shares of generated rows at which mixtures are measured, in per cent. */
export const RATIOS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;
/** Draws at each ratio. */
export const DRAWS = 5;
/** Where teams usually begin, in per cent: shown for orientation, and no part of any rule. */
export const USUAL_START = { low: 30, high: 50 } as const;

/** What two classifiers look at: the embeddings of whole rows, and their tokens. */
export const SHIFT_NAMES = ['meanings', 'wording'] as const;
export type ShiftName = (typeof SHIFT_NAMES)[number];

/** Generated rows mixed with real ones at several ratios: plain data, documented in docs/mix.md. */
export interface Mixing {
  readonly schemaVersion: 1;
  readonly strataVersion: string;
  readonly settings: InspectSettings;
  readonly generated: ComparedFile;
  readonly real: ComparedFile;
  readonly plan: MixPlan;
  /** Where each level of each field was measured, or why not. */
  readonly levels: Readonly<
    Record<LevelName, Readonly<Record<MeasuredField, MixedRows | Uncompared>>>
  >;
  /** Areas under the ROC curve up to which a shift is within noise, or why no shift can be measured. */
  readonly noise: Readonly<Record<ShiftName, ShiftNoise | Uncompared>>;
  /** By which generated rows count as close to the real ones, and how many do. */
  readonly closeness: Closeness | Uncompared;
  readonly rule: MixRule;
  /** Mixtures with any generated rows, and with close ones only. */
  readonly curves: {
    readonly all: MixCurve;
    readonly close: MixCurve | Uncompared;
  };
  readonly notes: readonly MixNote[];
  readonly sampled: readonly MixSampleNote[];
}

/** How large mixtures are. */
export interface MixPlan {
  /** Rows of each mixture. */
  readonly size: number;
  /** Real rows held back in each draw, which its mixtures are compared with and never contain. */
  readonly heldBackRows: number;
  readonly draws: number;
  /** In per cent of generated rows. */
  readonly ratios: readonly number[];
}

/** Rows with the field that were measured of each mixture, the same at all ratios. */
export interface MixedRows {
  readonly rows: number;
}

/** Divisions of real rows among themselves, told apart as mixtures are: what an area comes to without a shift. */
export interface ShiftNoise {
  readonly divisions: number;
  readonly mean: number;
  /** The largest of them: a mean area above it is beyond noise. */
  readonly limit: number;
}

export interface Closeness {
  /** A row is close if it lies no further from its nearest real row than this share of real rows from theirs. */
  readonly share: number;
  /** That cosine distance, over the draws. */
  readonly limit: Band;
  /** Generated rows that were looked at in each draw, and the share of them that is close. */
  readonly rows: number;
  readonly closeShare: Band;
}

/** The rule by which ratios are marked. */
export interface MixRule {
  /** Probability that any ratio is called shifted though generated rows are from the source of the real ones. */
  readonly shiftErrorRate: number;
  /** Probability that any level is called more, or less, diverse at any ratio though the files are from one source. */
  readonly diversityErrorRate: number;
  /** The rule in one English sentence. */
  readonly words: string;
  /** Percentages that are shown as a guide only. */
  readonly usualStart: { readonly low: number; readonly high: number };
}

export interface MixCurve {
  /** By ratio; ratios that need more rows than there are have none. */
  readonly points: readonly MixPoint[];
  readonly verdict: MixVerdict;
}

export interface MixVerdict {
  readonly code:
    | 'gains-without-shift'
    /** Diversity gains, but only where there is a shift beyond noise. */
    | 'gains-with-shift'
    /** No ratio without a loss has more kinds than real rows beyond noise. */
    | 'no-gain'
    /** Neither classifier could be trained: nothing is marked. */
    | 'shift-unknown';
  /** Marked ratios, ascending. */
  readonly ratios: readonly number[];
  /** The highest ratio up to which no shift is seen; absent where shifts are unknown. */
  readonly unshiftedUpTo?: number;
}

/** Mixtures at one ratio. */
export interface MixPoint {
  /** Per cent of generated rows. */
  readonly ratio: number;
  readonly generatedRows: number;
  readonly realRows: number;
  /** Effective number of kinds (Hill number of order 1) at equal rows; levels and fields that were not measured are absent. */
  readonly effectiveKinds: Readonly<
    Record<LevelName, Readonly<Partial<Record<MeasuredField, Band>>>>
  >;
  /** Held-back area under the ROC curve by which mixed rows are told from held-back real rows; 0.5 is chance. */
  readonly shift: Readonly<Partial<Record<ShiftName, Band>>>;
  /** Share of the mixture's rows that are near-duplicates of another of its rows, 0–1. */
  readonly nearDuplicates: Band;
  /** Levels of whole rows that are more, or less, diverse than at ratio 0 beyond noise. */
  readonly gains: readonly LevelName[];
  readonly losses: readonly LevelName[];
  /** Shifts beyond noise. */
  readonly shifted: readonly ShiftName[];
  /** Whether diversity gains without shift. */
  readonly isMarked: boolean;
}

export type MixNoteCode = 'same-file' | 'other-shapes' | 'few-rows' | 'near-duplicates-incomplete';

/** What a person should know before mixing. */
export interface MixNote {
  readonly code: MixNoteCode;
  /** One English sentence. */
  readonly message: string;
}

/** What was sampled or left out in one of the files. */
export interface MixSampleNote extends SampleNote {
  readonly in: 'generated' | 'real';
}

/** What comes while ratios are measured: first everything but the curves, then point by point. */
export type MixUpdate =
  | { readonly type: 'frame'; readonly frame: MixFrame }
  | { readonly type: 'point'; readonly curve: keyof Mixing['curves']; readonly point: MixPoint };

export type MixFrame = Omit<Mixing, 'curves'>;

/** Rows of the first draw, 0-based lines in the order in which a mixture takes them. */
export interface MixLines {
  readonly generated: Uint32Array;
  /** Those that are close; undefined where closeness is unknown. */
  readonly close?: Uint32Array;
  readonly real: Uint32Array;
  readonly heldBack: Uint32Array;
}

/**
 * A finished exploration, with what writing a mixture and reading rows back needs: generated under
 * `dataset`, real under `reference`.
 */
export interface MixResult {
  readonly mixing: Mixing;
  readonly files: InBoth<{ readonly lineStarts: Float64Array; readonly plan: FieldPlan }>;
  readonly lines: MixLines;
}
