import { isCount, isLine, isObject, isText } from './guards.ts';
import type { MapState } from './mapProtocol.ts';
import type { ExplainedFigure } from './explanation.ts';
import type { SheetControl } from './sheetControls.ts';
import type { SheetWords } from './sheetWords.ts';

/**
 * Both directions between the extension host and a sheet: the page of a study of one or more files (a comparison, a mix,
 * generations, a subset). Every payload survives structuredClone.
 */

/** One place for a person to go to. */
export interface LineView {
  /** Place of the file among the files of the sheet. */
  readonly file: number;
  /** 1-based. */
  readonly line: number;
}

export interface SheetFile {
  /** What links to its lines begin with, where there is more than one file. */
  readonly mark: string;
  readonly name: string;
  /** The file in one line. */
  readonly summary: string;
}

export interface SheetRow {
  /** The first names the row. */
  readonly cells: readonly string[];
  /** What the figures say, in the last column. */
  readonly meaning?: string;
  readonly lines: readonly LineView[];
  /** Text that a button of the row puts on the clipboard. */
  readonly copy?: { readonly label: string; readonly text: string };
}

export interface SheetTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
  /** Said below the table, or instead of it. */
  readonly note?: string;
  /** Whether the first two lines of a row can be shown side by side. */
  readonly canCompareRows?: boolean;
}

/** A figure of two or more things side by side: bars in shares of the largest, with what is to be said of them. */
export interface PairedBars {
  readonly label: string;
  readonly bars: readonly {
    readonly label: string;
    /** 0–1. */
    readonly share: number;
    /** Its ends, 0–1 and beyond. */
    readonly interval?: { readonly low: number; readonly high: number };
    readonly text: string;
  }[];
  readonly note: string;
  /** Whether the difference is beyond noise. */
  readonly differs: boolean;
}

/** Lines with bands over one axis. */
export interface BandChart {
  readonly title: string;
  readonly xLabel: string;
  /** Places of the x axis that there will be, where points come one after the other. */
  readonly xPlaces?: readonly { readonly x: number; readonly xText: string }[];
  readonly yLabel: string;
  readonly series: readonly BandSeries[];
  /** Stretches of the x axis that are marked: what was found, on another line too, and what is a guide only. */
  readonly marked: readonly {
    readonly from: number;
    readonly to: number;
    readonly label: string;
    readonly kind: 'found' | 'also-found' | 'guide';
  }[];
  /** What the chart shows and by which rule it is marked. */
  readonly legend?: string;
  /** Whether the y axis starts at zero. */
  readonly fromZero: boolean;
}

export interface BandSeries {
  readonly name: string;
  readonly points: readonly {
    readonly x: number;
    readonly xText: string;
    readonly y: number;
    readonly yText: string;
    readonly band?: { readonly low: number; readonly high: number; readonly text: string };
  }[];
}

/** A step of a list of things to do. */
export interface SheetStep {
  readonly title: string;
  /** What it is, and what for. */
  readonly text: string;
  readonly isDone: boolean;
  /** Whether it is the first that is open. */
  readonly isNext: boolean;
  /** Done or not, in words. */
  readonly state: string;
  /** What shows that it is done. */
  readonly evidence?: string;
  readonly actions: readonly SheetAction[];
}

export interface SheetSection {
  /** Unique in the sheet; a fragment of an address. */
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly controls?: readonly SheetControl[];
  readonly steps?: readonly SheetStep[];
  readonly bars?: readonly PairedBars[];
  readonly charts?: readonly BandChart[];
  /** Figures of the section, each with what is said of it. */
  readonly explained?: readonly ExplainedFigure[];
  /** Rows of the files of the sheet, by their places among them. */
  readonly map?: MapState;
  readonly tables?: readonly SheetTable[];
  readonly actions?: readonly SheetAction[];
}

/** A button of a section. */
export interface SheetAction {
  readonly id: string;
  readonly label: string;
  readonly primary?: boolean;
  /** Whether it cannot be done now. */
  readonly disabled?: boolean;
}

export type SheetStatus =
  | { readonly kind: 'running'; readonly phase: string; readonly fraction: number }
  | {
      readonly kind: 'failed';
      readonly message: string;
      /** The sections are of a run before this one. */
      readonly isOlderBelow?: true;
    }
  | {
      readonly kind: 'done';
      readonly verdict: string;
      readonly detail: string;
      /** Whether the verdict is one to act on. */
      readonly isConcern: boolean;
    };

/** What a sheet shows: how the study stands, and what is known so far. */
export interface SheetView {
  readonly status: SheetStatus;
  readonly files: readonly SheetFile[];
  readonly sections: readonly SheetSection[];
}

export type HostToSheet =
  | {
      readonly type: 'state';
      /** URIs of the files; the page keeps them in its state, from which the host restores the panel. */
      readonly target: readonly string[];
      /** What the person has set, which the page keeps with them. */
      readonly settled?: Settled;
      readonly title: string;
      readonly words: SheetWords;
      readonly view: SheetView;
    }
  /** The rest of the view stays. */
  | { readonly type: 'status'; readonly status: SheetStatus }
  | ({ readonly type: 'rowExcerpt'; readonly excerpt: string } & LineView);

export type SheetToHost =
  | { readonly type: 'ready' }
  /** With `preserveFocus` the person goes on in the page. */
  | ({ readonly type: 'openLine'; readonly preserveFocus?: boolean } & LineView)
  | ({ readonly type: 'getRowExcerpt' } & LineView)
  | { readonly type: 'compareRows'; readonly rows: readonly LineView[] }
  | { readonly type: 'copy'; readonly text: string }
  /** A button of a section. */
  | { readonly type: 'act'; readonly id: string }
  /** A control of a section: its value as the page has it now. */
  | { readonly type: 'set'; readonly id: string; readonly value: string }
  | { readonly type: 'again' }
  | { readonly type: 'cancel' };

/** What a person has set in the controls of a study. */
export type Settled = Readonly<Record<string, string>>;

/** What the page keeps. */
export interface SheetState {
  readonly target: readonly string[];
  readonly settled?: Settled;
}

const MOST_COPIED_UNITS = 100_000;
const MOST_VALUE_UNITS = 10_000;

const isPlace = (value: unknown): value is LineView & Readonly<Record<string, unknown>> =>
  isObject(value) && isCount(value['file']) && isLine(value['line']);

/** Whether something is a message of the page. Never throws. */
export function isSheetToHost(value: unknown): value is SheetToHost {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'ready':
    case 'again':
    case 'cancel':
      return true;
    case 'openLine':
      return (
        isPlace(value) &&
        (value['preserveFocus'] === undefined || typeof value['preserveFocus'] === 'boolean')
      );
    case 'getRowExcerpt':
      return isPlace(value);
    case 'compareRows':
      return (
        Array.isArray(value['rows']) && value['rows'].length === 2 && value['rows'].every(isPlace)
      );
    case 'copy':
      return isText(value['text'], MOST_COPIED_UNITS);
    case 'act':
      return isText(value['id'], MOST_VALUE_UNITS);
    case 'set':
      return isText(value['id'], MOST_VALUE_UNITS) && isText(value['value'], MOST_VALUE_UNITS);
    default:
      return false;
  }
}

/** Whether something is a message of the host, as far as the page relies on it. Never throws. */
export function isHostToSheet(value: unknown): value is HostToSheet {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'state':
      return (
        isSheetState(value) &&
        isObject(value['words']) &&
        isObject(value['view']) &&
        isObject(value['view']['status']) &&
        Array.isArray(value['view']['files']) &&
        Array.isArray(value['view']['sections'])
      );
    case 'status':
      return isObject(value['status']);
    case 'rowExcerpt':
      return isPlace(value) && typeof value['excerpt'] === 'string';
    default:
      return false;
  }
}

const isSettled = (value: unknown): value is Settled =>
  isObject(value) && Object.values(value).every((each) => isText(each, MOST_VALUE_UNITS));

/** What the page keeps, from which the panel is restored. Never throws. */
export function isSheetState(value: unknown): value is SheetState {
  return (
    isObject(value) &&
    Array.isArray(value['target']) &&
    value['target'].length > 0 &&
    value['target'].every((uri) => typeof uri === 'string') &&
    (value['settled'] === undefined || isSettled(value['settled']))
  );
}
