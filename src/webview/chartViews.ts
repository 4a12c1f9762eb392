import type { Explanation } from './explanation.ts';

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
