import { mixBits } from '../text/mixBits.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import type { DistinctSets } from './distinctSets.ts';
import { ROUNDING } from './fuzzyJoinPrune.ts';
import { BOTH_SIDES, sidesOfSets } from './sidesOfSets.ts';

/** Short rows that stand inside long ones: one entry of each list per contained row, by row; across two files one per pair. */
export interface ContainedRows {
  readonly rows: Uint32Array;
  /** The row that holds most of it, of all rows; of equals the first. */
  readonly inRows: Uint32Array;
  /** Share of the row's set that is in the other's, in [threshold, 1]. */
  readonly containment: Float64Array;
  /** Whether every contained row was found; if not, the file would have taken too long. */
  readonly complete: boolean;
}

export interface ContainmentOptions {
  /** Share of a set that has to be in the other, in (0, 1]. */
  readonly threshold: number;
  /** Smallest set that is looked for, ≥ 1. */
  readonly minSize: number;
  /** Asked now and then; once it is true the search returns early, with what it has. */
  readonly isCancelled?: () => boolean;
  /**
   * The rows are those of two files, the second of which begins with this one: only rows inside rows of the other file are
   * found, each with every row that holds it.
   */
  readonly secondFile?: number;
}

/** The other set is at least this many times as large: what is less is a near-duplicate, not a part. */
export const CONTAINER_RATIO = 2;

/** Values compared before the search is given up: some 2 s. */
const MAX_STEPS = 400_000_000;

/**
 * Rows of which at least a share of the set is in the set of another row that is at least twice as large. Every such row
 * is found, and the row that holds most of it.
 *
 * A set of size s that shares at least ⌈c · s⌉ values with another shares one of any s − ⌈c · s⌉ + 1 of its own: its
 * rarest are looked up. Values in no other set count as its rarest, so most rows are out before any look-up. Once a row holds
 * n of its values, a better one has to share more, so that fewer of the rarest lead to it: of parts of one frame often none.
 * @param distinct of equal sets the first row stands for all; `shared` must be of no higher threshold
 * @throws RangeError if the threshold is not in (0, 1] or minSize below 1
 * Linear in the values as long as most shingles are rare, as in texts; at most 4 · 10⁸ comparisons. Deterministic.
 */
export function containedRows(
  distinct: DistinctSets,
  { threshold, minSize, isCancelled = () => false, secondFile }: ContainmentOptions,
): ContainedRows {
  if (!(threshold > 0 && threshold <= 1)) {
    throw new RangeError(`got threshold ${threshold}, expected a number in (0, 1]`);
  }
  if (!(minSize >= 1)) throw new RangeError(`got smallest size ${minSize}, expected 1 or more`);
  const parts = candidateParts(distinct, threshold, minSize);
  const { idOf, starts, postings, keyOf, ends } = partIndex(distinct, parts);
  const { sets, representatives } = distinct;
  const pairs: HeldPart[] = [];
  const overlaps = new Uint32Array(parts.rows.length);
  const holders = new Uint32Array(parts.rows.length);
  const metBy = new Int32Array(parts.rows.length).fill(-1);
  let steps = 0;
  const rowCount = sets.offsets.length - 1;
  const sides = secondFile === undefined ? undefined : sidesOfSets(distinct, rowCount, secondFile);

  const verify = (part: number, row: number) => {
    const size = parts.sizes[part]!;
    const needed = Math.max(parts.needed[part]!, overlaps[part]! + 1);
    const { overlap, compared } = overlapOf(parts.column, part, sets, row, needed);
    steps += compared;
    if (overlap < needed || overlap / size < threshold) return;
    if (sides) {
      pairs.push({ part, row, containment: overlap / size });
      return;
    }
    overlaps[part] = overlap;
    holders[part] = row;
    ends[part]! -= overlap + 1 - needed;
  };

  for (let at = 0; at < representatives.length; at++) {
    if (at % 256 === 0 && (steps > MAX_STEPS || isCancelled())) break;
    const row = representatives[at]!;
    const size = sets.offsets[row + 1]! - sets.offsets[row]!;
    if (size < CONTAINER_RATIO * minSize) continue;
    for (let value = sets.offsets[row]!; value < sets.offsets[row + 1]!; value++) {
      const id = idOf(sets.values[value]!);
      if (id < 0) continue;
      for (let posting = starts[id]!; posting < starts[id + 1]!; posting++) {
        const part = postings[posting]!;
        if (metBy[part] === row || CONTAINER_RATIO * parts.sizes[part]! > size) continue;
        if (keyOf[posting]! >= ends[part]!) continue;
        metBy[part] = row;
        if (sides && (sides[parts.rows[part]!]! | sides[row]!) !== BOTH_SIDES) continue;
        verify(part, row);
      }
    }
  }
  if (!sides) {
    overlaps.forEach((overlap, part) => {
      if (overlap === 0) return;
      pairs.push({ part, row: holders[part]!, containment: overlap / parts.sizes[part]! });
    });
  }
  return { ...byRow(pairs, parts.rows), complete: steps <= MAX_STEPS };
}

interface HeldPart {
  readonly part: number;
  readonly row: number;
  readonly containment: number;
}

function byRow(pairs: HeldPart[], rowOf: Uint32Array) {
  pairs.sort((a, b) => rowOf[a.part]! - rowOf[b.part]! || a.row - b.row);
  return {
    rows: Uint32Array.from(pairs, ({ part }) => rowOf[part]!),
    inRows: Uint32Array.from(pairs, ({ row }) => row),
    containment: Float64Array.from(pairs, ({ containment }) => containment),
  };
}

/** Sets that may be part of another, with the values that others have too. */
interface Parts {
  readonly rows: Uint32Array;
  /** Sizes before the values that no other set has were dropped. */
  readonly sizes: Uint32Array;
  /** Values that have to be shared. */
  readonly needed: Uint32Array;
  readonly column: TokenColumn;
}

function candidateParts({ shared }: DistinctSets, threshold: number, minSize: number): Parts {
  const { offsets, values } = shared.column;
  const chosen = Uint32Array.from(shared.rows.keys()).filter((place) => {
    const size = shared.sizes[place]!;
    const needed = Math.ceil(threshold * size - ROUNDING);
    return size >= minSize && offsets[place + 1]! - offsets[place]! >= needed;
  });
  const kept = new Uint32Array(chosen.length + 1);
  chosen.forEach((place, part) => {
    kept[part + 1] = kept[part]! + offsets[place + 1]! - offsets[place]!;
  });
  const column = new Uint32Array(kept[chosen.length]!);
  chosen.forEach((place, part) => {
    column.set(values.subarray(offsets[place], offsets[place + 1]), kept[part]);
  });
  return {
    rows: chosen.map((place) => shared.rows[place]!),
    sizes: chosen.map((place) => shared.sizes[place]!),
    needed: chosen.map((place) => Math.ceil(threshold * shared.sizes[place]! - ROUNDING)),
    column: { values: column, offsets: kept },
  };
}

/**
 * For each value the parts that are looked up by it: value id → postings[starts[id]] … postings[starts[id + 1] − 1], each
 * with its key. The keys of a part are numbered in a row up to its end, rarest value first.
 */
function partIndex({ shared }: DistinctSets, parts: Parts) {
  const { values, offsets } = parts.column;
  const rarityOf = valueRarity(shared.column.values);
  const keys: number[] = [];
  const owners: number[] = [];
  const ends = new Uint32Array(parts.rows.length);
  for (let part = 0; part < parts.rows.length; part++) {
    const end = offsets[part + 1]!;
    // Of the size − needed + 1 rarest values, those that no other set has are dropped already.
    const looked = end - offsets[part]! - parts.needed[part]! + 1;
    const first = keys.length;
    for (let at = offsets[part]!; at < end; at++) {
      insertRarest(keys, first, looked, values[at]!, rarityOf);
    }
    while (owners.length < keys.length) owners.push(part);
    ends[part] = keys.length;
  }
  const lookedUp = valueTable(Uint32Array.from(keys));
  const starts = new Uint32Array(lookedUp.count + 1);
  for (const value of keys) starts[lookedUp.idOf(value) + 1]!++;
  for (let id = 0; id < lookedUp.count; id++) starts[id + 1]! += starts[id]!;
  const next = starts.slice();
  const postings = new Uint32Array(keys.length);
  const keyOf = new Uint32Array(keys.length);
  keys.forEach((value, key) => {
    const posting = next[lookedUp.idOf(value)]!++;
    postings[posting] = owners[key]!;
    keyOf[posting] = key;
  });
  return { idOf: lookedUp.idOf, starts, postings, keyOf, ends };
}

/**
 * How often a value occurs, counted by its high bits: where values share a place one seems commoner than it is, which
 * costs time, never a row.
 */
function valueRarity(values: Uint32Array): (value: number) => number {
  const bits = Math.min(22, Math.max(10, Math.ceil(Math.log2(2 * values.length + 1))));
  const shift = 32 - bits;
  const counts = new Uint32Array(2 ** bits);
  for (let at = 0; at < values.length; at++) counts[values[at]! >>> shift]!++;
  return (value) => counts[value >>> shift]!;
}

/** Keeps the `most` rarest values in keys[first] …, rarest first. */
function insertRarest(
  keys: number[],
  first: number,
  most: number,
  value: number,
  rarityOf: (value: number) => number,
): void {
  const rarity = rarityOf(value);
  let place = keys.length;
  if (place - first < most) keys.push(value);
  else if (rarityOf(keys[--place]!) <= rarity) return;
  for (; place > first && rarityOf(keys[place - 1]!) > rarity; place--) {
    keys[place] = keys[place - 1]!;
  }
  keys[place] = value;
}

/** Numbers the distinct values; those of no part have none, which a bit map tells at once. */
function valueTable(values: Uint32Array) {
  const bits = Math.min(31, Math.max(10, Math.ceil(Math.log2(8 * values.length + 1))));
  const shift = 32 - bits;
  const present = new Uint32Array(2 ** (bits - 5));
  const mask = 2 ** Math.max(4, Math.ceil(Math.log2(2 * values.length + 1))) - 1;
  const slots = new Uint32Array(mask + 1);
  const distinct = new Uint32Array(values.length);
  let count = 0;
  const slotOf = (value: number) => {
    let slot = mixBits(value) & mask;
    while (slots[slot] !== 0 && distinct[slots[slot]! - 1] !== value) slot = (slot + 1) & mask;
    return slot;
  };
  for (const value of values) {
    const slot = slotOf(value);
    if (slots[slot] !== 0) continue;
    distinct[count++] = value;
    slots[slot] = count;
    const place = value >>> shift;
    present[place >>> 5]! |= 1 << (place & 31);
  }
  return {
    count,
    /** −1 for a value that is not in the table. */
    idOf: (value: number): number => {
      const place = value >>> shift;
      if (((present[place >>> 5]! >>> (place & 31)) & 1) === 0) return -1;
      return slots[slotOf(value)]! - 1;
    },
  };
}

/** Values of a part that are in a row, or some number below `needed` once that is out of reach. */
function overlapOf(
  parts: TokenColumn,
  part: number,
  sets: TokenColumn,
  row: number,
  needed: number,
): { readonly overlap: number; readonly compared: number } {
  const end = parts.offsets[part + 1]!;
  const itsEnd = sets.offsets[row + 1]!;
  let own = parts.offsets[part]!;
  let its = sets.offsets[row]!;
  let overlap = 0;
  let compared = 0;
  while (own < end && its < itsEnd && overlap + end - own >= needed) {
    const ownValue = parts.values[own]!;
    const itsValue = sets.values[its]!;
    if (ownValue === itsValue) overlap++;
    if (ownValue <= itsValue) own++;
    if (itsValue <= ownValue) its++;
    compared++;
  }
  return { overlap, compared };
}
