import { type TokenColumn, tokenColumnBuilder } from '../text/tokenColumn.ts';
import { bitAt, sharedValues } from './sharedValues.ts';

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
 * O(values) time; memory as `sharedValues`.
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
  const isShared = sharedValues({ values, offsets }, places);
  const keptRows = new Uint32Array(places.length);
  const keptSizes = new Uint32Array(places.length);
  const kept = tokenColumnBuilder();
  let keptCount = 0;
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    const size = fullSizes?.[at] ?? offsets[place + 1]! - offsets[place]!;
    let shared = 0;
    for (let index = offsets[place]!; index < offsets[place + 1]!; index++) {
      shared += bitAt(isShared, index);
    }
    if (shared === 0 || shared < threshold * size - ROUNDING) continue;
    for (let index = offsets[place]!; index < offsets[place + 1]!; index++) {
      if (bitAt(isShared, index) === 1) kept.push(values[index]!);
    }
    kept.endRow();
    keptRows[keptCount] = rows[at]!;
    keptSizes[keptCount++] = size;
  }
  return {
    rows: keptRows.slice(0, keptCount),
    sizes: keptSizes.slice(0, keptCount),
    column: kept.finish(),
  };
}
