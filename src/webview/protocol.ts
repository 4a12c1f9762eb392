import type { PageWords } from './words.ts';
import type { GrowthView, YardstickView } from './levelViews.ts';
import {
  isRowFilter,
  isRowsToHost,
  isRowsToPage,
  ROW_GROUPINGS,
  type RowFilter,
  type RowGroupingId,
  type RowsToHost,
  type RowsToPage,
} from './rowsProtocol.ts';

export type { GrowthView, YardstickView } from './levelViews.ts';

/** Both directions between the extension host and the page of the panel. Every payload survives structuredClone. */

export const FLAG_KINDS = [
  'exact-duplicate',
  'near-duplicate',
  'contained',
  'semantic-duplicate',
  'template',
  'preference-pair',
  'off-distribution',
  'quality',
  'row-error',
] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

export const FLAG_SORTS = ['line', 'kind', 'severity'] as const;
export type FlagSort = (typeof FLAG_SORTS)[number];

/** Scopes of a level: one field, or both together. */
export const MEASURED_FIELDS = ['instruction', 'response', 'whole'] as const;
export type MeasuredField = (typeof MEASURED_FIELDS)[number];

export const FIELD_ROLES = ['instruction', 'response', 'tags'] as const;
export type FieldRole = (typeof FIELD_ROLES)[number];

export const LEVEL_IDS = ['macro', 'meso', 'micro'] as const;
export type LevelId = (typeof LEVEL_IDS)[number];

/** The charts of a level: how often each kind occurs, or how their number grows with the rows. */
export const CHART_CHOICES = ['kinds', 'growth'] as const;
export type ChartChoice = (typeof CHART_CHOICES)[number];

/** What a person can do about a failure; the page posts the message of the same name. */
export const PANEL_ACTIONS = ['inspectAgain', 'openSettings'] as const;
export type PanelAction = (typeof PANEL_ACTIONS)[number];

/** A row of the table: one broken or off-distribution row, or one cluster of duplicates by its first line. */
export interface FlagRow {
  /** Stable within one report. */
  readonly id: string;
  readonly kind: FlagKind;
  /** 1-based. */
  readonly line: number;
  /** All lines of the cluster, ascending, the first CLUSTER_LINES of them; the line itself where there is no cluster. */
  readonly lines: readonly number[];
  /** Rows in the cluster; 1 where there is no cluster. */
  readonly clusterSize: number;
  /** Lowest similarity that links the cluster, 0–1: of wording (Jaccard), or of meaning (cosine). */
  readonly similarity?: number;
  /** How typical the row is, 0–1, lower = further off. */
  readonly score?: number;
  readonly reason: string;
  /** The start of the row's text, harmless to show. */
  readonly excerpt: string;
}

export const CLUSTER_LINES = 50;
export const MOST_FLAGS_PER_REQUEST = 500;

export interface FlagQuery {
  readonly filter: { readonly kinds: readonly FlagKind[]; readonly text?: string };
  readonly sort: { readonly by: FlagSort; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
}

export interface Explanation {
  readonly means: string;
  readonly meansNot: string;
  readonly whatToDo: string;
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
  readonly header: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly {
    readonly cells: readonly string[];
    readonly lines: readonly number[];
  }[];
}

export type LevelFieldView =
  | { readonly kind: 'pending' }
  | { readonly kind: 'unmeasured'; readonly reason: string }
  | {
      readonly kind: 'measured';
      /** The effective number of kinds and its unit: `42`, `effective topics of 310`. */
      readonly headline: {
        readonly value: string;
        readonly unit: string;
        /** The 95 % interval in words; absent where none is known. */
        readonly interval?: string;
        readonly explanation: Explanation;
      };
      readonly sentence: string;
      /** How the level stands: against public sets, what is still to come, where more rows would add most. */
      readonly standing: readonly { readonly text: string; readonly lines: readonly number[] }[];
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

export interface FlagSummary {
  readonly thresholds: Readonly<Record<keyof Thresholds, ThresholdView>>;
  /** Entries of the table, by kind. */
  readonly counts: Readonly<Record<FlagKind, number>>;
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
  readonly actions: readonly PanelAction[];
}

export interface DoneView {
  readonly kind: 'done';
  readonly head: HeadView;
  readonly levels: readonly LevelCardView[];
  readonly quality: QualityView;
  readonly recurringWording: WordingView;
  readonly flags: FlagSummary;
}

export type PanelView = { readonly kind: 'empty' } | RunningView | FailedView | DoneView;

export type HostToPage =
  | RowsToPage
  | {
      /** The whole state: the answer to `ready`, and whenever the view changes its kind. */
      readonly type: 'state';
      /** URI of the inspected file; the page keeps it in its state, from which the host restores the panel. */
      readonly target: string;
      readonly words: PageWords;
      readonly view: PanelView;
    }
  | { readonly type: 'progress'; readonly fraction: number; readonly phase: string }
  | {
      readonly type: 'partial';
      readonly head: HeadView;
      readonly levels: readonly LevelCardView[];
    }
  | {
      readonly type: 'flags';
      readonly requestId: number;
      /** Entries that pass the filter. */
      readonly total: number;
      readonly offset: number;
      readonly rows: readonly FlagRow[];
    }
  /** The flags are others now: those of the thresholds that were asked for. */
  | { readonly type: 'flagSummary'; readonly flags: FlagSummary }
  | {
      readonly type: 'clusterLines';
      readonly requestId: number;
      readonly lines: readonly number[];
    };

export type PageToHost =
  | RowsToHost
  | { readonly type: 'ready' }
  | ({ readonly type: 'getFlags'; readonly requestId: number } & FlagQuery)
  /** All lines of a cluster of more than CLUSTER_LINES rows. */
  | { readonly type: 'getClusterLines'; readonly requestId: number; readonly id: string }
  | ({ readonly type: 'setThresholds' } & Thresholds)
  | { readonly type: 'openLine'; readonly line: number; readonly preserveFocus: boolean }
  | { readonly type: 'cancel' }
  | { readonly type: 'inspectAgain' }
  | ({ readonly type: 'chooseFields' } & FieldChoice)
  /** Opens the choice of what a language model is to tag; nothing is sent by that. */
  | { readonly type: 'tagRows' }
  | { readonly type: 'openSettings' };

/** What the page keeps with vscode.setState; the host's serializer reads `target` from it. */
export interface PageState {
  readonly target: string;
  readonly kinds: readonly FlagKind[];
  readonly text: string;
  readonly sort: FlagQuery['sort'];
  readonly scrollTop: number;
  readonly tableScrollTop: number;
  readonly fieldTabs: Readonly<Partial<Record<LevelId, MeasuredField>>>;
  readonly charts: Readonly<Partial<Record<LevelId, ChartChoice>>>;
  /** Levels whose further figures are open. */
  readonly openFigures: readonly LevelId[];
  readonly mapGrouping: RowGroupingId;
  /** The rows that are measured beside the whole; empty = none. */
  readonly rowFilter: RowFilter;
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isShare = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1;
const isOptionalString = (value: unknown) => value === undefined || typeof value === 'string';
const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  list.some((item) => item === value);
const isKinds = (value: unknown): value is FlagKind[] =>
  Array.isArray(value) && value.every((kind) => isOneOf(FLAG_KINDS, kind));
const isSort = (value: unknown): value is FlagQuery['sort'] =>
  isObject(value) && isOneOf(FLAG_SORTS, value['by']) && typeof value['descending'] === 'boolean';

const isByLevel = (value: unknown, choices: readonly string[]) =>
  isObject(value) &&
  Object.entries(value).every(
    ([level, choice]) => isOneOf(LEVEL_IDS, level) && isOneOf(choices, choice),
  );

function isFlagQuery(value: JsonObject): boolean {
  const { filter, sort, offset, limit } = value;
  return (
    isObject(filter) &&
    isKinds(filter['kinds']) &&
    isOptionalString(filter['text']) &&
    isSort(sort) &&
    isCount(offset) &&
    isCount(limit) &&
    limit <= MOST_FLAGS_PER_REQUEST
  );
}

/** Whether a message from the page may be handled; anything else is dropped. */
export function isPageToHost(value: unknown): value is PageToHost {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'ready':
    case 'cancel':
    case 'inspectAgain':
    case 'tagRows':
    case 'openSettings':
      return true;
    case 'getFlags':
      return isCount(value['requestId']) && isFlagQuery(value);
    case 'getClusterLines':
      return isCount(value['requestId']) && typeof value['id'] === 'string';
    case 'setThresholds':
      return isShare(value['near']) && isShare(value['semantic']);
    case 'openLine':
      return (
        isCount(value['line']) && value['line'] >= 1 && typeof value['preserveFocus'] === 'boolean'
      );
    case 'chooseFields':
      return FIELD_ROLES.every((role) => isOptionalString(value[role]));
    default:
      return isRowsToHost(value);
  }
}

const VIEW_KINDS = ['empty', 'running', 'failed', 'done'] as const;

/** Checks tags and outer shape only: the host is ours, other frames' messages are not. */
export function isHostToPage(value: unknown): value is HostToPage {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'state':
      return (
        typeof value['target'] === 'string' &&
        isObject(value['words']) &&
        isObject(value['view']) &&
        isOneOf(VIEW_KINDS, value['view']['kind'])
      );
    case 'progress':
      return typeof value['fraction'] === 'number' && typeof value['phase'] === 'string';
    case 'partial':
      return isObject(value['head']) && Array.isArray(value['levels']);
    case 'flags':
      return (
        isCount(value['requestId']) &&
        isCount(value['total']) &&
        isCount(value['offset']) &&
        Array.isArray(value['rows'])
      );
    case 'flagSummary':
      return isObject(value['flags']) && isObject(value['flags']['thresholds']);
    case 'clusterLines':
      return isCount(value['requestId']) && Array.isArray(value['lines']);
    default:
      return isRowsToPage(value);
  }
}

export function isPageState(value: unknown): value is PageState {
  return (
    isObject(value) &&
    typeof value['target'] === 'string' &&
    isKinds(value['kinds']) &&
    typeof value['text'] === 'string' &&
    isSort(value['sort']) &&
    isCount(value['scrollTop']) &&
    isCount(value['tableScrollTop']) &&
    isByLevel(value['fieldTabs'], MEASURED_FIELDS) &&
    isByLevel(value['charts'], CHART_CHOICES) &&
    Array.isArray(value['openFigures']) &&
    value['openFigures'].every((level) => isOneOf(LEVEL_IDS, level)) &&
    isOneOf(ROW_GROUPINGS, value['mapGrouping']) &&
    isRowFilter(value['rowFilter'])
  );
}
