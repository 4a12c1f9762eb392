import type { Explanation } from './explanation.ts';
import type { LevelCardView, LinesTableView } from './levelViews.ts';
import type { FieldRole, FlagKind, LevelAction, PanelAction } from './panelTerms.ts';

/** Something to do about the data set. */
export interface NextStep {
  readonly title: string;
  readonly text: string;
  /** The kind of flagged rows that it is about. */
  readonly flagKind?: FlagKind;
  /** What the reasons of those rows hold, where it is about some of that kind only. */
  readonly reason?: string;
  /** What helps with the level that it is about. */
  readonly action?: LevelAction;
}

export interface HeadView {
  readonly fileName: string;
  readonly facts: readonly {
    readonly label: string;
    readonly value: string;
    readonly detail?: string;
  }[];
  /** What each field was read from, in the words of the file; absent where the file has no such field. */
  readonly fields: Readonly<Partial<Record<FieldRole, string>>>;
  /** What a person can choose instead, most frequent first: the key as the file has it, and how to show it. */
  readonly choices: readonly { readonly name: string; readonly label: string }[];
  /** What the person chose; absent = automatic. */
  readonly chosen: FieldChoice;
  /** Sampling, unsaved text, a file that changed since: what one should know before reading the figures. */
  readonly notes: readonly string[];
}

export type FieldChoice = Readonly<Partial<Record<FieldRole, string>>>;

/** What a slider sets: from which similarity rows are duplicates. */
export interface ThresholdView {
  readonly value: number;
  /** What the pairs that were kept allow. */
  readonly lowest: number;
  /** What is expected at the value, in words. */
  readonly note?: string;
}

export interface Thresholds {
  /** Jaccard similarity of near-duplicates. */
  readonly near: number;
  /** Cosine similarity of duplicates in meaning. */
  readonly semantic: number;
}

/** Wording that recurs over rows, for each field that the file has. */
export interface WordingView {
  readonly fields: readonly {
    readonly field: 'instruction' | 'response';
    readonly sentence: string;
    /** Those that take up most text first. */
    readonly phrases: readonly {
      /** Harmless to show. */
      readonly text: string;
      readonly rowsText: string;
      readonly shareText: string;
      /** A few lines to look at, 1-based. */
      readonly lines: readonly number[];
    }[];
  }[];
  readonly notes: readonly string[];
}

/** What is flagged of one kind. */
export interface FlagCount {
  /** Rows of the table: a cluster of duplicates is one. */
  readonly entries: number;
  /** Lines of the file that these are of, each once. */
  readonly lines: number;
}

export interface FlagSummary {
  readonly thresholds: Readonly<Record<keyof Thresholds, ThresholdView>>;
  readonly counts: Readonly<Record<FlagKind, FlagCount>>;
  readonly explanations: Readonly<Record<FlagKind, Explanation>>;
  readonly sentence: string;
  readonly notes: readonly string[];
}

/** What single rows show, by kind; those of high weight first. */
export interface QualityView {
  /** Undefined where nothing was found. */
  readonly sentence?: string;
  readonly findings: readonly QualityFindingView[];
}

export interface QualityFindingView {
  readonly label: string;
  readonly isImportant: boolean;
  readonly weight: string;
  readonly rows: string;
  readonly explanation: Explanation;
  readonly places: readonly { readonly line: number; readonly excerpt?: string }[];
  /** What the places leave out, in words. */
  readonly rest?: string;
}

export interface RunningView {
  readonly kind: 'running';
  readonly fileName: string;
  readonly fraction: number;
  readonly phase: string;
  readonly head?: HeadView;
  readonly levels?: readonly LevelCardView[];
}

export interface FailedView {
  readonly kind: 'failed';
  readonly fileName: string;
  readonly title: string;
  readonly message: string;
  readonly whatToDo: string;
  /** The person stopped it: no fault. */
  readonly isCancelled?: true;
  /** What is wrong with the lines of a file in which none is a row. */
  readonly brokenLines?: LinesTableView;
  readonly actions: readonly PanelAction[];
}

export interface DoneView {
  readonly kind: 'done';
  readonly head: HeadView;
  readonly nextSteps: readonly NextStep[];
  readonly levels: readonly LevelCardView[];
  readonly quality: QualityView;
  readonly recurringWording: WordingView;
  readonly flags: FlagSummary;
}

export type PanelView = { readonly kind: 'empty' } | RunningView | FailedView | DoneView;
