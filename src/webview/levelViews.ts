import type { ChartView, GrowthView, YardstickView } from './chartViews.ts';
import type { ExplainedFigure, Explanation } from './explanation.ts';
import type { LevelAction, LevelId, MeasuredField, Standing } from './panelTerms.ts';

export interface FigureView {
  /** Which figure it is, whatever the language. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly explanation: Explanation;
}

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
