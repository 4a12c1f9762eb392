import type { KindShift } from '../../metrics/compare/kindShift.ts';
import type { TailLoss } from '../../metrics/compare/tailLoss.ts';
import type { ToldInterval } from '../../metrics/stats/levelFigures.ts';
import type { ComparedFile, Uncompared } from '../compare/comparison.ts';
import type { InspectSettings, Levels, MeasuredField, SampleNote } from '../report.ts';

/** Data sets made one after the other, compared: plain data, documented in docs/track.md. */
export interface Generations {
  readonly schemaVersion: 1;
  readonly strataVersion: string;
  readonly settings: InspectSettings;
  /** The files in the order given. Everywhere else a generation is its place here, from 0. */
  readonly generations: readonly ComparedFile[];
  readonly verdict: NarrowingVerdict;
  readonly levels: Readonly<
    Record<keyof Levels, Readonly<Record<MeasuredField, TrackedLevel | Uncompared>>>
  >;
  readonly repeats: TrackedRepeats;
  readonly sampled: readonly GenerationNote[];
}

export interface NarrowingVerdict {
  readonly code: 'holding' | 'narrowing' | 'too-few-rows';
  /** What became narrower from the first generation to the last, the surest first. */
  readonly narrowed: readonly NarrowedLevel[];
  /** Probability that generations drawn from one source are called narrowing. */
  readonly errorRate: number;
  /** Levels with fewer rows than this have no part. */
  readonly leastRows: number;
}

export interface NarrowedLevel {
  readonly level: keyof Levels;
  readonly field: MeasuredField;
  /** The first generation from which on every later one shows it, each taken by itself at 5 %. */
  readonly since: number;
  /** Of the last generation, counting how many tests were made (Holm). */
  readonly adjustedPValue: number;
}

/** One level of one field over the generations. */
export interface TrackedLevel {
  /** Rows at which all generations are shown: those of the smallest. */
  readonly commonRows: number;
  readonly generations: readonly TrackedGeneration[];
}

export interface TrackedGeneration {
  /** Rows that carry the field and were measured. */
  readonly rows: number;
  /** Effective number of kinds (Hill number of order 1) at `commonRows`, with a 95 % interval where the rows tell one. */
  readonly effectiveKinds: { readonly q1: number } & ToldInterval;
  /** Against the first generation; absent for the first itself. */
  readonly fromFirst?: SinceFirst;
}

export interface SinceFirst {
  /**
   * Effective kinds over those of the first generation at equal rows, above 0, with a 95 % interval
   * where the rows of either tell one.
   */
  readonly ratio: { readonly value: number } & ToldInterval;
  /** One-sided: probability of a ratio so low, or lower, without a loss. */
  readonly narrowingPValue: number;
  /** Kinds of the first generation that are gone. */
  readonly tailLoss: TailLoss;
  /** Drift: how differently kinds are used; for whole rows only. */
  readonly drift?: KindShift;
}

/** Rows that repeat others, in samples of equal size of each generation. */
export interface TrackedRepeats {
  /** Rows of each generation that were looked at: those of the smallest. */
  readonly rows: number;
  readonly generations: readonly {
    /** Rows in a cluster of near-duplicates within the generation, exact ones included. */
    readonly nearDuplicateRows: number;
    /** Rows alike but for one slot. */
    readonly templateRows: number;
    /** Rows that repeat a row of the generation before; absent for the first. */
    readonly rowsOfGenerationBefore?: number;
  }[];
}

/** What was sampled or left out in one of the files. */
export interface GenerationNote extends SampleNote {
  readonly generation: number;
}
