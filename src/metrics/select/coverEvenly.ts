import { coveredOnce, kindCoverage } from './kindCoverage.ts';
import { lazyGreedy } from './lazyGreedy.ts';
import type { PickRequest, Picks } from './picks.ts';
import { forEachKind, placesOfKinds, rowsPerKind, type RowKinds } from './rowKinds.ts';

/** Picks, and the kind for which each was picked: −1 for those that cover new kinds, and for those that have none. */
export interface EvenPicks extends Picks {
  readonly kindOfPick: Int32Array;
}

const CHECKED_EVERY = 1024;

/**
 * Covers as many kinds as can be with the rows there are to pick (greedy maximum coverage), then evens out: each further
 * row is the first candidate of the kind that fewest chosen rows have; ties between kinds in a fixed order, at first by
 * fewest candidates. Where rows have one kind each, every kind gets equally many rows, or all that it has.
 * @param request whose candidates without a kind are picked last
 * @returns gains are kinds newly covered
 * O(kinds of the candidates · log). Deterministic.
 */
export function coverEvenly(kinds: RowKinds, request: PickRequest): EvenPicks {
  const { candidates, chosen, size, checkpoint } = request;
  const cover = lazyGreedy(kindCoverage(kinds, coveredOnce), request, 1);
  const rows = Array.from(cover.rows);
  const kindOfPick = rows.map(() => -1);
  const isTaken = new Uint8Array(kinds.kindsOfRow.offsets.length - 1);
  for (const row of rows) isTaken[row] = 1;

  const counts = rowsPerKind(kinds, Uint32Array.from([...chosen, ...rows]));
  const { offsets, places } = placesOfKinds(kinds, candidates, rowsPerKind(kinds, candidates));
  const next = offsets.slice();
  const rarity = (kind: number) => offsets[kind + 1]! - offsets[kind]!;
  const queue = lowestFirst(counts, rarity);
  while (rows.length < Math.min(size, candidates.length)) {
    if (rows.length % CHECKED_EVERY === 0) checkpoint?.();
    const kind = queue.lowest();
    if (kind < 0) break;
    let at = next[kind]!;
    while (at < offsets[kind + 1]! && isTaken[candidates[places[at]!]!] === 1) at++;
    next[kind] = at + 1;
    if (at >= offsets[kind + 1]!) {
      queue.drop();
      continue;
    }
    const row = candidates[places[at]!]!;
    isTaken[row] = 1;
    rows.push(row);
    kindOfPick.push(kind);
    forEachKind(kinds, row, (other) => counts[other]!++);
  }
  for (const row of candidates) {
    if (rows.length >= size) break;
    if (isTaken[row] === 1) continue;
    rows.push(row);
    kindOfPick.push(-1);
  }
  const gains = new Float64Array(rows.length);
  gains.set(cover.gains);
  return { rows: Uint32Array.from(rows), gains, kindOfPick: Int32Array.from(kindOfPick) };
}

/** The kind of the lowest count, counts only rising between calls; of equals the one that came to the count first. */
function lowestFirst(counts: Uint32Array, rarity: (kind: number) => number) {
  const kinds = Array.from(counts.keys())
    .filter((kind) => rarity(kind) > 0)
    .sort((a, b) => rarity(a) - rarity(b) || a - b);
  /** Kinds by the count they had when they came in; read from the front, and only ever put into a later list. */
  const waiting: number[][] = [];
  for (const kind of kinds) (waiting[counts[kind]!] ??= []).push(kind);
  let count = 0;
  let at = 0;
  return {
    lowest(): number {
      for (; count < waiting.length; count++, at = 0) {
        const list = waiting[count] ?? [];
        for (; at < list.length; at++) {
          const kind = list[at]!;
          if (counts[kind] === count) return kind;
          (waiting[counts[kind]!] ??= []).push(kind);
        }
        waiting[count] = [];
      }
      return -1;
    },
    /** Takes the kind that was last returned away. */
    drop(): void {
      at++;
    },
  };
}
