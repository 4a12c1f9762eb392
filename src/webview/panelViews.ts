import type { GrowthView, YardstickView } from './levelViews.ts';
import type {
  FieldRole,
  FlagKind,
  LevelAction,
  LevelId,
  MeasuredField,
  PanelAction,
  Standing,
} from './panelTerms.ts';

/** The parts in the order in which they are shown; a flag is no figure and has no formula. */
export interface Explanation {
  readonly means: string;
  readonly range?: string;
  readonly meansNot: string;
  readonly whatToDo: string;
  readonly formula?: string;
  readonly source?: string;
}

/** A figure with what the glossary says of it. */
export interface ExplainedFigure {
  readonly label: string;
  readonly explanation: Explanation;
}

export interface FigureView {
  /** Which figure it is, whatever the language. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly explanation: Explanation;
}

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly valueText: string;
  readonly shareText: string;
  /** A few lines to look at, 1-based. */
  readonly lines: readonly number[];
}

export type ChartView =
  | {
      readonly kind: 'bars';
      readonly title: string;
      readonly nameLabel: string;
      readonly valueLabel: string;
      readonly bars: readonly Bar[];
      /** The chart draws the first so many; the table behind it lists all. */
      readonly drawn: number;
      /** What the drawn bars leave out, in words. */
      readonly rest?: string;
    }
  | {
      /** Both axes logarithmic: all values above 0. */
      readonly kind: 'curve';
      readonly title: string;
      readonly xLabel: string;
      readonly yLabel: string;
      readonly points: readonly {
        readonly x: number;
        readonly y: number;
        readonly xText: string;
        readonly yText: string;
      }[];
    }
  | {
      /** Groups in an inner ring, each as wide as its parts, which are outside of it. */
      readonly kind: 'rings';
      readonly title: string;
      readonly groupLabel: string;
      readonly partLabel: string;
      readonly valueLabel: string;
      readonly groups: readonly {
        readonly name: string;
        readonly valueText: string;
        readonly parts: readonly {
          readonly name: string;
          readonly value: number;
          readonly valueText: string;
          /** A few lines to look at, 1-based. */
          readonly lines: readonly number[];
        }[];
      }[];
      /** What the rings leave out, in words. */
      readonly rest?: string;
    };

/** A list that a level has beside its chart, each row with lines to look at. */
export interface LinesTableView {
  readonly title: string;
  /** What is listed and by which rule, in a sentence. */
  readonly note: string;
  readonly explained?: ExplainedFigure;
  readonly header: readonly string[];
  /** What stands above the lines, where these are no examples. */
  readonly linesLabel?: string;
  /** The first cell names the row. */
  readonly rows: readonly {
    readonly cells: readonly string[];
    readonly lines: readonly number[];
  }[];
}

/** A sentence of how a level stands. */
export interface StandingView {
  readonly text: string;
  /** A few lines to look at, 1-based. */
  readonly lines: readonly number[];
  /** The figure that the sentence speaks of. */
  readonly explained?: ExplainedFigure;
}

/** How the headline of a level stands, for the person who decides. */
export interface VerdictView {
  readonly standing: Standing;
  /** The standing in a word or two. */
  readonly word: string;
  readonly explained: ExplainedFigure;
  readonly means: string;
  /** The figure at the common number of rows, beside those of public sets by name; absent where there is no such figure. */
  readonly comparison?: StandingView;
  /** Absent where the standing is not known. */
  readonly meansNot?: string;
  readonly whatToDo: string;
  /** What helps with that; absent where nothing of Strata does. */
  readonly action?: LevelAction;
  /** Said where fewer rows would do, and a clean copy without the rows that repeat others comes first. */
  readonly copiesFirst?: string;
}

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

export type LevelFieldView =
  | { readonly kind: 'pending' }
  | { readonly kind: 'unmeasured'; readonly reason: string }
  | {
      readonly kind: 'measured';
      /** The effective number of kinds and its unit: `42`, `effective topics of 310`. */
      readonly headline: {
        /** What the language puts before the number. */
        readonly lead?: string;
        readonly value: string;
        readonly unit: string;
        /** The 95 % interval in words; absent where none is known. */
        readonly interval?: string;
        readonly explanation: Explanation;
      };
      readonly verdict: VerdictView;
      readonly sentence: string;
      /** What there is to say besides: the largest kinds, what is still to come, where more rows would add most. */
      readonly standing: readonly StandingView[];
      readonly chart: ChartView;
      /** The chart that can be shown instead. */
      readonly growth?: GrowthView;
      readonly yardsticks?: YardstickView;
      /** The most telling figures, and those that are shown on demand. */
      readonly figures: readonly FigureView[];
      readonly moreFigures: readonly FigureView[];
      readonly tables?: readonly LinesTableView[];
      readonly notes: readonly string[];
    };

export interface LevelCardView {
  readonly level: LevelId;
  readonly title: string;
  /** What the level counts, in a few words. */
  readonly subject: string;
  /** The field the level speaks of first. */
  readonly first: MeasuredField;
  readonly fields: Readonly<Record<MeasuredField, LevelFieldView>>;
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
