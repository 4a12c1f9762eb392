import { type TokenColumn, tokenColumnBuilder } from '../text/tokenColumn.ts';

/** Sets without the values that no other set has. */
export interface PrunedSets {
  /** Row of each set. */
  readonly rows: Uint32Array;
  /** Size of each set before pruning. */
  readonly sizes: Uint32Array;
  /** What is left of each set, in the order of its row. */
  readonly column: TokenColumn;
}

const MAX_ROUNDS = 4;

/** A bound that rounding must not lift above its true value. */
export const ROUNDING = 1e-6;

/**
 * Drops values that occur in one set only, then sets that share too few values to reach the threshold with any other
 * (|x ∩ y| ≥ t · |x ∪ y| ≥ t · |x|).
 * @param sets sorted distinct values per row
 * @param rows the rows to keep, ascending
 * O(values) time; half a byte for each value.
 */
export function dropSingleValues(
  sets: TokenColumn,
  rows: Uint32Array,
  threshold: number,
): PrunedSets {
  return prune(sets, rows, rows, undefined, threshold);
}

/** The same again and again, since dropping sets makes more values single: at most three rounds. */
export function pruneSets(shared: PrunedSets, threshold: number): PrunedSets {
  let pruned = shared;
  for (let round = 1; round < MAX_ROUNDS; round++) {
    const before = pruned.column.values.length;
    const places = Uint32Array.from(pruned.rows.keys());
    pruned = prune(pruned.column, places, pruned.rows, pruned.sizes, threshold);
    if (pruned.column.values.length > 0.9 * before) break;
  }
  return pruned;
}

/**
 * @param places the rows of `column` to look at
 * @param rows what to call them
 * @param fullSizes their sizes before any pruning; undefined where this is the first
 */
function prune(
  { values, offsets }: TokenColumn,
  places: Uint32Array,
  rows: Uint32Array,
  fullSizes: Uint32Array | undefined,
  threshold: number,
): PrunedSets {
  let valueCount = 0;
  for (const place of places) valueCount += offsets[place + 1]! - offsets[place]!;
  const seen = seenTwiceTable(valueCount);
  for (const place of places) {
    for (let index = offsets[place]!; index < offsets[place + 1]!; index++) {
      seen.add(values[index]!);
    }
  }
  const keptRows = new Uint32Array(places.length);
  const keptSizes = new Uint32Array(places.length);
  const kept = tokenColumnBuilder();
  let keptCount = 0;
  places.forEach((place, at) => {
    const size = fullSizes?.[at] ?? offsets[place + 1]! - offsets[place]!;
    let shared = 0;
    for (let index = offsets[place]!; index < offsets[place + 1]!; index++) {
      if (seen.isTwice(values[index]!)) shared++;
    }
    if (shared === 0 || shared < threshold * size - ROUNDING) return;
    for (let index = offsets[place]!; index < offsets[place + 1]!; index++) {
      if (seen.isTwice(values[index]!)) kept.push(values[index]!);
    }
    kept.endRow();
    keptRows[keptCount] = rows[at]!;
    keptSizes[keptCount++] = size;
  });
  return {
    rows: keptRows.slice(0, keptCount),
    sizes: keptSizes.slice(0, keptCount),
    column: kept.build(),
  };
}

/**
 * Two bits for each value, found by its own high bits, since the values are hashes. Values that share a place may count as
 * seen twice though they are not: they cost time later, never a pair.
 */
function seenTwiceTable(expectedValues: number) {
  const bits = Math.min(30, Math.max(10, Math.ceil(Math.log2(2 * expectedValues + 1))));
  const shift = 32 - bits;
  const table = new Uint8Array(2 ** (bits - 2));
  return {
    add(value: number): void {
      const place = value >>> shift;
      const offset = (place & 3) << 1;
      if (((table[place >>> 2]! >>> offset) & 3) < 2) table[place >>> 2]! += 1 << offset;
    },
    isTwice(value: number): boolean {
      const place = value >>> shift;
      return ((table[place >>> 2]! >>> ((place & 3) << 1)) & 3) === 2;
    },
  };
}
