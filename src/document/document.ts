import type { FigureId } from '../glossary/figures.ts';
import type { GrowthView, YardstickView } from '../webview/chartViews.ts';
import type { ChartView } from '../webview/chartViews.ts';
import type { FigureView } from '../webview/levelViews.ts';
import type { NextStep } from '../webview/panelViews.ts';
import type { Verdict } from '../webview/viewModel/verdicts.ts';

/** A report for people, before it is written as HTML or Markdown. All texts are plain. */
export interface ReportDocument {
  readonly title: string;
  /** BCP 47 tag of its language. */
  readonly language: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly title: string;
  /** Whether it stands on a new page of paper. */
  readonly startsPage: boolean;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'headline';
      /** What the language puts before the number. */
      readonly lead?: string;
      readonly value: string;
      readonly unit: string;
      readonly interval?: string;
    }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'steps'; readonly steps: readonly NextStep[] }
  | { readonly kind: 'verdicts'; readonly verdicts: readonly Verdict[] }
  | { readonly kind: 'figures'; readonly figures: readonly FigureView[] }
  | { readonly kind: 'charts'; readonly charts: readonly DocumentChart[] }
  | ({ readonly kind: 'table' } & DocumentTable)
  /** Side by side where there is room. */
  | { readonly kind: 'columns'; readonly columns: readonly (readonly Block[])[] }
  | { readonly kind: 'glossary'; readonly entries: readonly GlossaryEntry[] };

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
}

export type DocumentChart =
  | ChartView
  | ({ readonly kind: 'growth' } & GrowthView)
  | ({ readonly kind: 'yardsticks' } & YardstickView);

export interface DocumentTable {
  readonly title?: string;
  readonly note?: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns that hold numbers, from 0: these stand to the right. */
  readonly numeric: readonly number[];
  /** What the rows leave out, in words. */
  readonly rest?: string;
}

export interface GlossaryEntry {
  readonly id: FigureId;
  readonly label: string;
  readonly parts: readonly { readonly head: string; readonly text: string }[];
}
