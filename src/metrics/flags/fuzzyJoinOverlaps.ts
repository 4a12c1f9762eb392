import { ROUNDING } from './fuzzyJoinPrune.ts';
import type { JoinRecords } from './fuzzyJoinRecords.ts';

/** What one record, the current one, shares with the others that it meets. */
export interface Overlaps {
  /**
   * Counts one more shared value, which stands at a place of either set, the dropped values first.
   * @returns false, the other being rejected, where what can still follow does not reach the needed overlap
   */
  meet(record: number, place: number, other: number, otherPlace: number): boolean;
  /**
   * Merges what follows the last shared places.
   * @returns the Jaccard similarity of the full sets, 0 where it is below the threshold
   */
  similarityOf(record: number, other: number): number;
  /** Values of a record shared so far, REJECTED once it is looked at no more; to be put back to 0 for the next record. */
  readonly shared: Int32Array;
}

export const REJECTED = -1;

/** The positional filter of PPJoin, and the merge of what passes it. 12 bytes per record. */
export function recordOverlaps(records: JoinRecords, threshold: number): Overlaps {
  const { sizes, starts, values } = records;
  const shared = new Int32Array(records.count);
  /** The last shared place in the current record, and in the other. */
  const ownPlaces = new Uint32Array(records.count);
  const otherPlaces = new Uint32Array(records.count);
  const neededOverlap = (a: number, b: number) =>
    Math.ceil((threshold / (1 + threshold)) * (sizes[a]! + sizes[b]!) - ROUNDING);
  return {
    shared,
    meet(record, place, other, otherPlace) {
      const rest = Math.min(sizes[record]! - place, sizes[other]! - otherPlace) - 1;
      if (shared[other]! + 1 + rest < neededOverlap(record, other)) {
        shared[other] = REJECTED;
        return false;
      }
      shared[other]!++;
      ownPlaces[other] = place;
      otherPlaces[other] = otherPlace;
      return true;
    },
    similarityOf(record, other) {
      const needed = neededOverlap(record, other);
      const ownEnd = starts[record + 1]!;
      const otherEnd = starts[other + 1]!;
      let own = starts[record]! + ownPlaces[other]! - droppedFrom(records, record) + 1;
      let its = starts[other]! + otherPlaces[other]! - droppedFrom(records, other) + 1;
      let overlap = shared[other]!;
      while (own < ownEnd && its < otherEnd) {
        if (overlap + Math.min(ownEnd - own, otherEnd - its) < needed) return 0;
        const ownValue = values[own]!;
        const itsValue = values[its]!;
        if (ownValue === itsValue) overlap++;
        if (ownValue <= itsValue) own++;
        if (itsValue <= ownValue) its++;
      }
      const similarity = overlap / (sizes[record]! + sizes[other]! - overlap);
      return similarity < threshold ? 0 : similarity;
    },
  };
}

/** Values of a record's set that no other set has. */
export function droppedFrom({ sizes, starts }: JoinRecords, record: number): number {
  return sizes[record]! - (starts[record + 1]! - starts[record]!);
}
