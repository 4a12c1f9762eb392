import type { ColumnRole, LevelColumn } from '../../data/runTable/runColumns.ts';
import type { NoteCode } from './noteWords.ts';

/** What a table of training runs says of the levels; docs/experiments.md explains every field. */
export interface ExperimentsReport {
  readonly schemaVersion: 1;
  readonly strataVersion: string;
  readonly runs: {
    /** Rows of the table. */
    readonly all: number;
    /** Rows with a score and with every column that the regressions hold fixed. */
    readonly used: number;
  };
  /** Of the runs that are used; absent without any. */
  readonly score?: Spread;
  /** Every column of numbers but the score. */
  readonly columns: readonly ColumnFacts[];
  /** The verdict first, then what could not be used or told; empty for no table only. */
  readonly notes: readonly ExperimentNote[];
  /** The levels that the table has, in the order of the table's standard header. */
  readonly levels: readonly LevelFindings[];
  /** All levels in one regression. */
  readonly together: Together | ModelAbsence;
  /** Score against the logarithm of the size, where sizes differ. */
  readonly size?: Relation | ModelAbsence;
}

export interface Spread {
  readonly mean: number;
  /** n − 1 in the denominator; 0 for one run. */
  readonly standardDeviation: number;
  readonly lowest: number;
  readonly highest: number;
}

export interface ColumnFacts extends Spread {
  readonly name: string;
  readonly role: ColumnRole;
  /** Runs with a score that have a value in it. */
  readonly runs: number;
}

export type NoteWeight = 'verdict' | 'error' | 'warning' | 'info';

/** One thing to be said: the words by their code, what fills them in, and the lines of the table it speaks of. */
export interface ExperimentNote {
  readonly code: NoteCode;
  readonly weight: NoteWeight;
  readonly values: readonly NoteValue[];
  /** 1-based, ascending; empty where no line is meant. */
  readonly lines: readonly number[];
}

export type NoteValue =
  | string
  | { readonly count: number }
  | { readonly figure: number }
  | { readonly share: number }
  | { readonly columns: readonly string[] }
  | { readonly lines: readonly number[] };

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The posterior of a slope: score per standard deviation of the column. */
export interface Slope {
  readonly mean: number;
  readonly interval68: Interval;
  readonly interval95: Interval;
  /** 0–1. */
  readonly probabilityPositive: number;
}

export type ModelAbsence =
  /** The regression needs more runs that have all its columns. */
  | { readonly absence: 'too-few-runs'; readonly runs: number; readonly needed: number }
  /** The column has one value only. */
  | { readonly absence: 'constant' }
  /** The column is a sum of multiples of these. */
  | { readonly absence: 'collinear'; readonly madeOf: readonly string[] }
  | { readonly absence: 'same-score' }
  | { readonly absence: 'no-column' };

/** Score against one column, size and covariates held fixed. */
export interface Relation {
  readonly runs: number;
  readonly slope: Slope;
  /** The column over the runs; of size its natural logarithm. */
  readonly mean: number;
  readonly standardDeviation: number;
  readonly points: readonly RelationPoint[];
  /** Posterior predictive of one more run, ascending `at`; empty for no spread. */
  readonly band: readonly BandPoint[];
  /** Absent where the others would be too few, or where a run cannot be left out. */
  readonly leaveOneOut?: LeaveOneOutFindings;
}

export interface RelationPoint {
  readonly line: number;
  /** Name of the run's data set; empty without one. */
  readonly label: string;
  /** Value of the column. */
  readonly at: number;
  readonly score: number;
  /** The score that the run would have at mean size and covariates. */
  readonly adjustedScore: number;
}

export interface BandPoint {
  readonly at: number;
  readonly mean: number;
  readonly interval68: Interval;
  readonly interval95: Interval;
}

export interface LeaveOneOutFindings {
  /** 1 − squared errors / those of the other runs' mean; below 0: worse than that mean. */
  readonly predictiveR2: number;
  /** ln predictive density of the left-out runs beyond that of size and covariates alone; above 0: the column helps. */
  readonly logDensityGain: number;
  /** The run without which the slope is most different, and the slope without it. */
  readonly strongest: { readonly line: number; readonly slopeWithout: Slope };
}

export interface LevelFindings {
  readonly column: LevelColumn;
  /** This level only, with size and covariates: what moves with it is credited to it. */
  readonly alone: Relation | ModelAbsence;
}

/** All levels in one regression, with size and covariates. */
export interface Together {
  readonly runs: number;
  readonly levels: readonly {
    readonly column: LevelColumn;
    readonly slope: Slope;
    /** How many times the variance of the slope is larger than if the column moved by itself; 1 or more. */
    readonly varianceInflation: number;
  }[];
  /** For every pair of levels: the probability that the first has the larger slope. */
  readonly comparisons: readonly {
    readonly first: LevelColumn;
    readonly second: LevelColumn;
    readonly probabilityFirstLarger: number;
  }[];
  readonly leaveOneOut?: Omit<LeaveOneOutFindings, 'strongest'>;
}

export const isAbsent = (model: object | undefined): model is ModelAbsence =>
  model !== undefined && 'absence' in model;
