import type { FlagCount, FlagFilter, FlagKind, FlagQuery, FlagSort } from '../protocol.ts';
import { FLAG_KINDS } from '../protocol.ts';
import { distinctLines } from './distinctLines.ts';
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
 * What a list was last sorted and filtered to is kept with the list: a further page costs O(limit).
 */
export function queryFlags(
  entries: readonly FlagEntry[],
  query: FlagQuery,
  wording: Wording,
): FlagPage {
  const steps = passing(entries, query, wording);
  for (;;) {
    const step = steps.next();
    if (step.done) return pageOf(step.value, query);
  }
}

/**
 * The same, with turns for others in between: the reasons of a hundred thousand flags are written and looked through in a
 * third of a second.
 */
export async function queryFlagsInTurns(
  entries: readonly FlagEntry[],
  query: FlagQuery,
  wording: Wording,
  nextTurn: () => Promise<unknown>,
): Promise<FlagPage> {
  const steps = passing(entries, query, wording);
  for (;;) {
    const step = steps.next();
    if (step.done) return pageOf(step.value, query);
    await nextTurn();
  }
}

interface Passing {
  readonly filter: string;
  readonly entries: readonly FlagEntry[];
  readonly lines: number;
}

function pageOf({ entries, lines }: Passing, { offset, limit }: FlagQuery): FlagPage {
  return { total: entries.length, lines, entries: entries.slice(offset, offset + limit) };
}

/** Whoever scrolls asks for the pages of one filter, one after the other. */
const lastPassing = new WeakMap<readonly FlagEntry[], Passing>();

/** Flags between two turns: some 15 ms of work where a text is looked for. */
const FLAGS_PER_TURN = 4_000;

function* passing(
  all: readonly FlagEntry[],
  { filter: { kinds, text = '' }, sort }: Pick<FlagQuery, 'filter' | 'sort'>,
  wording: Wording,
): Generator<undefined, Passing> {
  const sorted = sortedBy(all, sort);
  const filter = JSON.stringify([kinds, text]);
  const known = lastPassing.get(sorted);
  if (known?.filter === filter) return known;
  if (sorted.length > FLAGS_PER_TURN) yield;
  let entries = sorted;
  const passes = passesFilter({ kinds, text }, wording);
  if (passes) {
    const found: FlagEntry[] = [];
    for (const [at, entry] of sorted.entries()) {
      if (passes(entry)) found.push(entry);
      if (at % FLAGS_PER_TURN === FLAGS_PER_TURN - 1) yield;
    }
    entries = found;
  }
  const { length: lines } = distinctLines(entries.map((entry) => entry.lines));
  const page = { filter, entries, lines };
  lastPassing.set(sorted, page);
  return page;
}

/** The flags that pass a filter, in their order; the list itself where all do. */
export function filterFlags(
  entries: readonly FlagEntry[],
  filter: FlagFilter,
  wording: Wording,
): readonly FlagEntry[] {
  const passes = passesFilter(filter, wording);
  return passes ? entries.filter(passes) : entries;
}

/** Undefined where all pass. */
function passesFilter(
  filter: FlagFilter,
  wording: Wording,
): ((entry: FlagEntry) => boolean) | undefined {
  const text = (filter.text ?? '').trim().toLowerCase();
  if (text === '' && FLAG_KINDS.every((kind) => filter.kinds.includes(kind))) return undefined;
  const kinds = new Set<FlagKind>(filter.kinds);
  const line = /^\d+$/.test(text) ? Number(text) : undefined;
  return (entry) =>
    kinds.has(entry.kind) &&
    (text === '' ||
      (line !== undefined && entry.lines.includes(line)) ||
      flagReason(entry, wording).toLowerCase().includes(text));
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
  const sorted = entries.toSorted(ORDERS[sort.by](sort.descending ? -1 : 1));
  lists.set(key, sorted);
  return sorted;
}

type Order = (a: FlagEntry, b: FlagEntry) => number;

const RANKS = Object.fromEntries(FLAG_KINDS.map((kind, rank) => [kind, rank])) as Readonly<
  Record<FlagKind, number>
>;

const ORDERS: Readonly<Record<FlagSort, (sign: 1 | -1) => Order>> = {
  line: (sign) => (a, b) => sign * (a.line - b.line) || RANKS[a.kind] - RANKS[b.kind],
  kind: (sign) => (a, b) => sign * (RANKS[a.kind] - RANKS[b.kind]) || a.line - b.line,
  severity: (sign) => (a, b) =>
    sign * (a.severity - b.severity) || a.line - b.line || RANKS[a.kind] - RANKS[b.kind],
};
