import type { PageWords } from './words.ts';
import { isCount, isLine, isObject, isOneOf, isOptionalString, isShare } from './guards.ts';
import { isRowsToHost, isRowsToPage, type RowsToHost, type RowsToPage } from './rowsProtocol.ts';
import {
  FLAG_KINDS,
  FLAG_SORTS,
  FIELD_ROLES,
  LEVEL_COMMANDS,
  type FlagKind,
  type FlagSort,
  type LevelCommand,
} from './panelTerms.ts';
import type { LevelCardView } from './levelViews.ts';
import type {
  HeadView,
  FieldChoice,
  Thresholds,
  FlagSummary,
  NextStep,
  PanelView,
} from './panelViews.ts';

export type * from './chartViews.ts';
export type * from './explanation.ts';
export type * from './levelViews.ts';
export * from './panelTerms.ts';
export type * from './panelViews.ts';

/** Both directions between the extension host and the page of the panel. Every payload survives structuredClone. */

/** A row of the table: one broken or off-distribution row, or one cluster of duplicates by its first line. */
export interface FlagRow {
  /** As in FlagEntry. */
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
const MOST_FLAGS_PER_REQUEST = 500;

/** Which flags are meant: those of some kinds, whose line or reason holds a text. */
export interface FlagFilter {
  readonly kinds: readonly FlagKind[];
  readonly text?: string;
}

export interface FlagQuery {
  readonly filter: FlagFilter;
  readonly sort: { readonly by: FlagSort; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
}

export type HostToPage =
  | RowsToPage
  | {
      /** The whole state: the answer to `ready`, and whenever the view changes its kind. */
      readonly type: 'state';
      /** URI of the inspected file; the page keeps it in its state, from which the host restores the panel. */
      readonly target: string;
      /** The URI that the file had before it was renamed: what the page keeps of that is of this file. */
      readonly movedFrom?: string;
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
      /** Entries that pass the filter, and the lines that they are of. */
      readonly total: number;
      readonly lines: number;
      readonly offset: number;
      readonly rows: readonly FlagRow[];
    }
  /** The flags are others now: those of the thresholds that were asked for. */
  | {
      readonly type: 'flagSummary';
      readonly flags: FlagSummary;
      readonly nextSteps: readonly NextStep[];
    }
  | {
      readonly type: 'clusterLines';
      readonly requestId: number;
      readonly lines: readonly number[];
    };

const FLAG_COMMANDS = ['showRecord', 'compareWithNearest', 'dismissFlag'] as const;
export type FlagCommand = (typeof FLAG_COMMANDS)[number];

export type PageToHost =
  | RowsToHost
  | { readonly type: 'ready' }
  | ({ readonly type: 'getFlags'; readonly requestId: number } & FlagQuery)
  /** All lines of a cluster of more than CLUSTER_LINES rows. */
  | { readonly type: 'getClusterLines'; readonly requestId: number; readonly id: string }
  | ({ readonly type: 'setThresholds' } & Thresholds)
  | { readonly type: 'openLine'; readonly line: number; readonly preserveFocus: boolean }
  /** What can be done about one flag; `line` is the one of its lines at which the person stands. */
  | {
      readonly type: 'flagCommand';
      readonly command: FlagCommand;
      readonly id: string;
      readonly line: number;
    }
  /** Puts cursors on the lines of the flags that pass. */
  | { readonly type: 'selectLines'; readonly filter: FlagFilter }
  /** Asks what of the flags that pass a copy leaves out. */
  | { readonly type: 'writeCleanCopy'; readonly filter: FlagFilter }
  | { readonly type: 'cancel' }
  | { readonly type: 'inspectAgain' }
  | ({ readonly type: 'chooseFields' } & FieldChoice)
  /** Opens the choice of what a language model is to tag; nothing is sent by that. */
  | { readonly type: 'tagRows' }
  /** A study of the file, to which the verdict of a level leads. */
  | { readonly type: 'levelCommand'; readonly command: LevelCommand }
  | { readonly type: 'showCheckList' }
  | { readonly type: 'openSettings' };

export const isFlagKinds = (value: unknown): value is FlagKind[] =>
  Array.isArray(value) && value.every((kind) => isOneOf(FLAG_KINDS, kind));
export const isFlagSorting = (value: unknown): value is FlagQuery['sort'] =>
  isObject(value) && isOneOf(FLAG_SORTS, value['by']) && typeof value['descending'] === 'boolean';

export function isFlagFilter(value: unknown): value is FlagFilter {
  return isObject(value) && isFlagKinds(value['kinds']) && isOptionalString(value['text']);
}

function isFlagQuery(value: Readonly<Record<string, unknown>>): boolean {
  const { filter, sort, offset, limit } = value;
  return (
    isFlagFilter(filter) &&
    isFlagSorting(sort) &&
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
    case 'showCheckList':
    case 'openSettings':
      return true;
    case 'getFlags':
      return isCount(value['requestId']) && isFlagQuery(value);
    case 'getClusterLines':
      return isCount(value['requestId']) && typeof value['id'] === 'string';
    case 'selectLines':
    case 'writeCleanCopy':
      return isFlagFilter(value['filter']);
    case 'setThresholds':
      return isShare(value['near']) && isShare(value['semantic']);
    case 'openLine':
      return isLine(value['line']) && typeof value['preserveFocus'] === 'boolean';
    case 'flagCommand':
      return (
        isOneOf(FLAG_COMMANDS, value['command']) &&
        typeof value['id'] === 'string' &&
        isLine(value['line'])
      );
    case 'levelCommand':
      return isOneOf(LEVEL_COMMANDS, value['command']);
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
        isCount(value['lines']) &&
        isCount(value['offset']) &&
        Array.isArray(value['rows'])
      );
    case 'flagSummary':
      return (
        isObject(value['flags']) &&
        isObject(value['flags']['thresholds']) &&
        Array.isArray(value['nextSteps'])
      );
    case 'clusterLines':
      return isCount(value['requestId']) && Array.isArray(value['lines']);
    default:
      return isRowsToPage(value);
  }
}
