import type { FlagCount, FlagFilter, FlagKind, FlagQuery, FlagSort } from '../protocol.ts';
import { FLAG_KINDS } from '../protocol.ts';
import type { FlagEntry } from './flagEntries.ts';
import { flagReason } from './flagReason.ts';
import { linesByKind } from './linesByKind.ts';
import type { Wording } from './wording.ts';

export interface FlagPage {
  /** Entries that pass the filter, and the lines that they are of, each once. */
  readonly total: number;
  readonly lines: number;
  readonly entries: readonly FlagEntry[];
}

/**
 * One page of the filtered and sorted flags. A text filter finds entries one of whose lines is that number, or whose reason
 * holds the text in any case. Ties are broken by line, then by kind, so the order is the same whenever it is asked for.
 * The sorted order of a list is kept with the list: a page costs O(entries) at most, and O(limit) without a filter.
 */
export function queryFlags(
  entries: readonly FlagEntry[],
  query: FlagQuery,
  wording: Wording,
): FlagPage {
  const { filter, sort, offset, limit } = query;
  const passing = filterFlags(sortedBy(entries, sort), filter, wording);
  return {
    total: passing.length,
    lines: countLines(passing),
    entries: passing.slice(offset, offset + limit),
  };
}

/** Of a list that is kept, such as one that no filter cuts, they are counted once. */
const countedLines = new WeakMap<readonly FlagEntry[], number>();

function countLines(entries: readonly FlagEntry[]): number {
  const known = countedLines.get(entries);
  if (known !== undefined) return known;
  const lines = new Set<number>();
  for (const entry of entries) for (const line of entry.lines) lines.add(line);
  countedLines.set(entries, lines.size);
  return lines.size;
}

/** The flags that pass a filter, in their order; the list itself where all do. */
export function filterFlags(
  entries: readonly FlagEntry[],
  filter: FlagFilter,
  wording: Wording,
): readonly FlagEntry[] {
  const text = (filter.text ?? '').trim().toLowerCase();
  if (text === '' && FLAG_KINDS.every((kind) => filter.kinds.includes(kind))) return entries;
  const kinds = new Set<FlagKind>(filter.kinds);
  const line = /^\d+$/.test(text) ? Number(text) : undefined;
  const passes = (entry: FlagEntry) =>
    kinds.has(entry.kind) &&
    (text === '' ||
      (line !== undefined && entry.lines.includes(line)) ||
      flagReason(entry, wording).toLowerCase().includes(text));
  return entries.filter(passes);
}

/** Flags of a report by kind: what the filter shows beside its boxes. */
export function countFlags(entries: readonly FlagEntry[]): Record<FlagKind, FlagCount> {
  const lines = linesByKind(entries);
  const counts = new Map<FlagKind, number>();
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(
    FLAG_KINDS.map((kind) => [
      kind,
      { entries: counts.get(kind) ?? 0, lines: lines.get(kind) ?? 0 },
    ]),
  ) as Record<FlagKind, FlagCount>;
}

type SortedLists = Map<string, readonly FlagEntry[]>;
const sortedLists = new WeakMap<readonly FlagEntry[], SortedLists>();

function sortedBy(entries: readonly FlagEntry[], sort: FlagQuery['sort']): readonly FlagEntry[] {
  const lists = sortedLists.get(entries) ?? new Map<string, readonly FlagEntry[]>();
  sortedLists.set(entries, lists);
  const key = `${sort.by} ${sort.descending ? 'down' : 'up'}`;
  const known = lists.get(key);
  if (known) return known;
  const value = sortValue[sort.by];
  const sign = sort.descending ? -1 : 1;
  const sorted = entries.toSorted(
    (a, b) =>
      sign * (value(a) - value(b)) ||
      a.line - b.line ||
      FLAG_KINDS.indexOf(a.kind) - FLAG_KINDS.indexOf(b.kind),
  );
  lists.set(key, sorted);
  return sorted;
}

const sortValue: Readonly<Record<FlagSort, (entry: FlagEntry) => number>> = {
  line: (entry) => entry.line,
  kind: (entry) => FLAG_KINDS.indexOf(entry.kind),
  severity: (entry) => entry.severity,
};
