import { ROUNDING } from './fuzzyJoinPrune.ts';
import type { JoinRecords } from './fuzzyJoinRecords.ts';

/** For each value the records that have it in their prefix, as far as they have been entered. */
export interface PrefixIndex {
  /** Value v's records are records[starts[v]] … records[ends[v] − 1], smallest set first. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly records: Uint32Array;
  /** Place of the value within each of those records, counted in its full set, the dropped values first. */
  readonly places: Uint32Array;
  /** Enters a record, in the order of records. */
  enter(record: number): void;
}

/**
 * Values at the front of a record of which at least one must be in any other record that reaches an overlap with it.
 * The values dropped from the set count as its rarest, so that they take up the front of the prefix.
 * @returns index after the last of them in `records.values`
 */
export function prefixEnd(records: JoinRecords, record: number, neededOverlap: number): number {
  const start = records.starts[record]!;
  const end = records.starts[record + 1]!;
  const dropped = records.sizes[record]! - (end - start);
  const prefix = records.sizes[record]! - neededOverlap + 1 - dropped;
  return Math.min(end, start + Math.max(0, prefix));
}

/**
 * An empty index with room for all records. A record is probed by later ones only, whose sets are not smaller, so that
 * sharing t of the union means sharing 2t / (1 + t) of its own set: a shorter prefix than the one that probes.
 */
export function prefixIndex(records: JoinRecords, threshold: number): PrefixIndex {
  const indexedEnd = (record: number) => {
    const share = (2 * threshold) / (1 + threshold);
    return prefixEnd(records, record, Math.ceil(share * records.sizes[record]! - ROUNDING));
  };
  const starts = new Uint32Array(records.valueCount + 1);
  for (let record = 0; record < records.count; record++) {
    const end = indexedEnd(record);
    for (let index = records.starts[record]!; index < end; index++) {
      starts[records.values[index]! + 1]!++;
    }
  }
  for (let value = 0; value < records.valueCount; value++) starts[value + 1]! += starts[value]!;
  const ends = starts.slice(0, records.valueCount);
  const postings = new Uint32Array(starts[records.valueCount]!);
  const places = new Uint32Array(postings.length);
  return {
    starts,
    ends,
    records: postings,
    places,
    enter(record) {
      const start = records.starts[record]!;
      const dropped = records.sizes[record]! - (records.starts[record + 1]! - start);
      const end = indexedEnd(record);
      for (let index = start; index < end; index++) {
        const posting = ends[records.values[index]!]!++;
        postings[posting] = record;
        places[posting] = index - start + dropped;
      }
    },
  };
}
