import { mixBits } from '../text/mixBits.ts';
import type { PrunedSets } from './fuzzyJoinPrune.ts';

/** Sets made ready for a prefix join: smallest set first, within a set the rarest value first. */
export interface JoinRecords {
  /** Records. */
  readonly count: number;
  /** Distinct values; a value is its rank by the number of sets that have it, the rarest being 0. */
  readonly valueCount: number;
  /** Row of each record. */
  readonly rows: Uint32Array;
  /** Full size of each record's set. */
  readonly sizes: Uint32Array;
  /** Record r has the values values[starts[r]] … values[starts[r + 1] − 1], ascending; the rest of its set is in no other. */
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** O(values · log (values per set)) time. */
export function joinRecords({ rows, sizes, column }: PrunedSets): JoinRecords {
  const { ranks, valueCount } = rankByRarity(column.values);
  const order = Uint32Array.from(rows.keys()).sort((a, b) => sizes[a]! - sizes[b]! || a - b);
  const starts = new Uint32Array(rows.length + 1);
  const values = new Uint32Array(ranks.length);
  order.forEach((place, record) => {
    const set = ranks.subarray(column.offsets[place], column.offsets[place + 1]).sort();
    values.set(set, starts[record]);
    starts[record + 1] = starts[record]! + set.length;
  });
  return {
    count: rows.length,
    valueCount,
    rows: order.map((place) => rows[place]!),
    sizes: order.map((place) => sizes[place]!),
    starts,
    values,
  };
}

/** Replaces values by their ranks: the one that occurs least often is 0, of equals the one that comes first. */
function rankByRarity(values: Uint32Array): { ranks: Uint32Array; valueCount: number } {
  const { ids, counts } = countDistinct(values);
  const highest = counts.reduce((most, count) => Math.max(most, count), 0);
  /** Next rank for each count. */
  const nextRanks = new Uint32Array(highest + 2);
  for (const count of counts) nextRanks[count + 1]!++;
  for (let count = 0; count <= highest; count++) nextRanks[count + 1]! += nextRanks[count]!;
  const rankOf = counts.map((count) => nextRanks[count]!++);
  return { ranks: ids.map((id) => rankOf[id]!), valueCount: counts.length };
}

/** Numbers the distinct values by their first occurrence, and counts them. */
function countDistinct(values: Uint32Array): { ids: Uint32Array; counts: Uint32Array } {
  const ids = new Uint32Array(values.length);
  const counts = new Uint32Array(values.length);
  const distinct = new Uint32Array(values.length);
  let distinctCount = 0;
  const slotBits = Math.max(4, Math.ceil(Math.log2(2 * values.length + 1)));
  const mask = 2 ** slotBits - 1;
  /** Id of each value, plus 1. */
  const slots = new Uint32Array(mask + 1);
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    let slot = mixBits(value) & mask;
    while (slots[slot] !== 0 && distinct[slots[slot]! - 1] !== value) slot = (slot + 1) & mask;
    if (slots[slot] === 0) {
      distinct[distinctCount++] = value;
      slots[slot] = distinctCount;
    }
    const id = slots[slot]! - 1;
    ids[index] = id;
    counts[id]!++;
  }
  return { ids, counts: counts.slice(0, distinctCount) };
}
