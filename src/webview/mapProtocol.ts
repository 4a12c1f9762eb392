import type { ExplainedFigure } from './explanation.ts';

/** A map of rows as every page draws it: points, the places they stand for, and the ways to part them. */

/** One way to part the points of a map. */
export interface MapGroupingView {
  readonly id: string;
  readonly label: string;
  /** At most GROUPS_SHOWN; behind them those that are drawn without a colour of their own. */
  readonly groups: readonly MapGroupView[];
  /** For every point the place of its group in `groups`. */
  readonly groupOfPoint: Uint8Array;
}

export interface MapGroupView {
  readonly name: string;
  readonly count: number;
  readonly shareText: string;
  /** Several groups, or none: drawn without a colour of their own. */
  readonly isRest: boolean;
}

export const GROUPS_SHOWN = 8;

/** Most of a row's text that is shown where a point is hovered, in UTF-16 units. */
export const EXCERPT_UNITS = 300;

export interface MapView {
  /** 1-based line of every point in its file. */
  readonly lines: Uint32Array;
  /** Place of every point's file among the files of the page; absent where there is one file only. */
  readonly files?: Uint8Array;
  /** Row-major [points, 2], in [−1, 1]. */
  readonly positions: Float32Array;
  readonly groupings: readonly MapGroupingView[];
  /** How far one may trust the map, and what it leaves out. */
  readonly notes: readonly string[];
  /** What a map is, and what its trustworthiness is. */
  readonly explained: readonly ExplainedFigure[];
}

export type MapState =
  | { readonly kind: 'pending' }
  /** No map could be made. */
  | { readonly kind: 'none' }
  | ({ readonly kind: 'shown' } & MapView);
