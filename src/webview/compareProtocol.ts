/** Both directions between the extension host and the page of a comparison. Every payload survives structuredClone. */

export const COMPARED = ['dataset', 'reference'] as const;
/** Which of the two files. */
export type Compared = (typeof COMPARED)[number];

/** One place for a person to go to. */
export interface LineView {
  readonly in: Compared;
  /** 1-based. */
  readonly line: number;
}

export interface CompareTableRow {
  readonly cells: readonly string[];
  /** What the figures say, in the last column. */
  readonly meaning?: string;
  readonly lines: readonly LineView[];
}

/** A figure of both files side by side: bars in shares of the larger, with what is to be said of them. */
export interface PairedBars {
  readonly label: string;
  readonly bars: readonly {
    readonly label: string;
    /** 0–1. */
    readonly share: number;
    /** Ends of the interval, 0–1 and beyond. */
    readonly low: number;
    readonly high: number;
    readonly text: string;
  }[];
  readonly note: string;
  /** Whether the difference is beyond noise. */
  readonly differs: boolean;
}

export interface CompareSection {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly bars: readonly PairedBars[];
  readonly tables: readonly {
    readonly title: string;
    readonly header: readonly string[];
    readonly rows: readonly CompareTableRow[];
    /** Said below the table, or instead of it. */
    readonly note?: string;
    /** Whether the first two lines of a row can be shown side by side. */
    readonly canCompareRows?: boolean;
  }[];
  readonly action?: { readonly type: 'writeCleanCopy'; readonly label: string };
}

/** The words of the page's own controls. */
export interface ComparePageWords {
  readonly cancel: string;
  readonly compareAgain: string;
  readonly sections: string;
  readonly lines: string;
  readonly openLine: Readonly<Record<Compared, string>>;
  readonly compareRows: string;
  readonly progress: string;
}

export type CompareView =
  | { readonly kind: 'running'; readonly phase: string; readonly fraction: number }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'done';
      readonly verdict: string;
      readonly detail: string;
      readonly isShifted: boolean;
      readonly files: readonly string[];
      readonly sections: readonly CompareSection[];
    };

export interface HostToComparePage {
  readonly type: 'state';
  /** URIs of the two files; the page keeps them in its state, from which the host restores the panel. */
  readonly target: Readonly<Record<Compared, string>>;
  readonly title: string;
  readonly words: ComparePageWords;
  readonly view: CompareView;
}

export type ComparePageToHost =
  | { readonly type: 'ready' }
  | ({ readonly type: 'openLine' } & LineView)
  | { readonly type: 'compareRows'; readonly line: number; readonly referenceLine: number }
  | { readonly type: 'writeCleanCopy' }
  | { readonly type: 'compareAgain' }
  | { readonly type: 'cancel' };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isLine = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
const isCompared = (value: unknown): value is Compared => COMPARED.some((which) => which === value);

/** Whether something is a message of the page. Never throws. */
export function isComparePageToHost(value: unknown): value is ComparePageToHost {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'ready':
    case 'writeCleanCopy':
    case 'compareAgain':
    case 'cancel':
      return true;
    case 'openLine':
      return isCompared(value['in']) && isLine(value['line']);
    case 'compareRows':
      return isLine(value['line']) && isLine(value['referenceLine']);
    default:
      return false;
  }
}

/** Whether something is a message of the host, as far as the page relies on it. Never throws. */
export function isHostToComparePage(value: unknown): value is HostToComparePage {
  return (
    isObject(value) &&
    value['type'] === 'state' &&
    isObject(value['target']) &&
    isObject(value['words']) &&
    isObject(value['view']) &&
    ['running', 'failed', 'done'].includes(String(value['view']['kind']))
  );
}

/** What the page keeps, from which the panel is restored. Never throws. */
export function isComparePageState(
  value: unknown,
): value is { readonly target: Readonly<Record<Compared, string>> } {
  return (
    isObject(value) &&
    isObject(value['target']) &&
    typeof value['target']['dataset'] === 'string' &&
    typeof value['target']['reference'] === 'string'
  );
}
