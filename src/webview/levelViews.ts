import type { Explanation } from './panelViews.ts';

/** Rarefaction and extrapolation of the effective number of kinds: linear axes, points by rows, ascending. */
export interface GrowthView {
  readonly title: string;
  readonly explanation: Explanation;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly points: readonly {
    readonly rows: number;
    readonly value: number;
    readonly extrapolated: boolean;
    readonly rowsText: string;
    readonly valueText: string;
    readonly coverageText: string;
    /** The 95 % interval of the value; absent where the rows tell none. */
    readonly band?: {
      readonly low: number;
      readonly high: number;
      readonly lowText: string;
      readonly highText: string;
    };
  }[];
  readonly coverageLabel: string;
  /** Public data sets at the common number of rows; absent where there is nothing to compare with. */
  readonly yardsticks?: {
    readonly title: string;
    readonly nameLabel: string;
    readonly rows: number;
    readonly rowsText: string;
    /** Ascending. A set far above the curve would flatten it: it is not drawn. */
    readonly sets: readonly {
      readonly name: string;
      readonly value: number;
      readonly valueText: string;
      readonly lowText: string;
      readonly highText: string;
      readonly drawn: boolean;
    }[];
  };
  /** What the dashed part, the band and the marks are. */
  readonly legend: string;
}

/** A file among public data sets on one logarithmic scale, places from 0 to 1. */
export interface YardstickView {
  readonly title: string;
  readonly explanation: Explanation;
  readonly sets: readonly { readonly name: string; readonly text: string; readonly at: number }[];
  readonly file: {
    readonly text: string;
    readonly at: number;
    readonly from: number;
    readonly to: number;
  };
}
