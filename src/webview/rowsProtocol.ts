import { isLine, isObject, isOptionalString } from './guards.ts';
import type { MapGroupingView, MapState } from './mapProtocol.ts';

/** The map of the rows and the filter: the part of the protocol that speaks of rows by what is known of each of them. */

/** What rows can be coloured and grouped by. */
export const ROW_GROUPINGS = ['topic', 'flag', 'tag', 'file', 'shape', 'language'] as const;
export type RowGroupingId = (typeof ROW_GROUPINGS)[number];

/** Conditions on rows; all that are there have to hold. */
export interface RowFilter {
  readonly tag?: string;
  readonly topic?: string;
  readonly shape?: string;
  readonly language?: string;
  /** 1-based lines: `1-500,900-`. */
  readonly lines?: string;
  /** 1-based lines that were chosen on the map, in the same form. */
  readonly points?: string;
}

export const FILTER_KEYS = ['tag', 'topic', 'shape', 'language', 'lines', 'points'] as const;

/** What the filter bar offers for one condition: the values with the rows that have them, most frequent first. */
export interface FilterChoice {
  readonly key: 'tag' | 'topic' | 'shape' | 'language';
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
}

export interface FilterView {
  readonly choices: readonly FilterChoice[];
}

export type SelectionView =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly fraction: number; readonly phase: string }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'done';
      readonly sentence: string;
      readonly levels: readonly ComparedLevel[];
    };

/** The figures of one field of a level, of the selected rows and of the whole file. */
export interface ComparedLevel {
  readonly title: string;
  readonly field: string;
  readonly headline: { readonly selection: string; readonly whole: string };
  readonly figures: readonly {
    readonly label: string;
    readonly selection: string;
    readonly whole: string;
  }[];
}

export type RowsToPage =
  | { readonly type: 'filter'; readonly filter: FilterView }
  | { readonly type: 'map'; readonly map: MapState }
  /** The groupings of the map that the page has, for other flags. */
  | { readonly type: 'mapGroupings'; readonly groupings: readonly MapGroupingView[] }
  | { readonly type: 'selection'; readonly selection: SelectionView }
  | {
      readonly type: 'rowExcerpt';
      readonly line: number;
      readonly excerpt: string;
    };

export type RowsToHost =
  | { readonly type: 'getRowExcerpt'; readonly line: number }
  | ({ readonly type: 'measureSelection' } & RowFilter)
  | { readonly type: 'clearSelection' };

export function isRowFilter(value: unknown): value is RowFilter {
  return isObject(value) && FILTER_KEYS.every((key) => isOptionalString(value[key]));
}

export function isRowsToHost(value: unknown): value is RowsToHost {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'getRowExcerpt':
      return isLine(value['line']);
    case 'measureSelection':
      return isRowFilter(value);
    case 'clearSelection':
      return true;
    default:
      return false;
  }
}

/** Checks tags and outer shape only, as isHostToPage does. */
export function isRowsToPage(value: unknown): value is RowsToPage {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'filter':
      return isObject(value['filter']) && Array.isArray(value['filter']['choices']);
    case 'map':
      return isObject(value['map']) && typeof value['map']['kind'] === 'string';
    case 'mapGroupings':
      return Array.isArray(value['groupings']);
    case 'selection':
      return isObject(value['selection']) && typeof value['selection']['kind'] === 'string';
    case 'rowExcerpt':
      return isLine(value['line']) && typeof value['excerpt'] === 'string';
    default:
      return false;
  }
}
