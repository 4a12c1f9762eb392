import { unionFind } from '../stats/unionFind.ts';
import { prefixEnd, prefixIndex } from './fuzzyJoinIndex.ts';
import { ROUNDING } from './fuzzyJoinPrune.ts';
import type { JoinRecords } from './fuzzyJoinRecords.ts';

/** Pairs of records; one entry of each list per pair. */
export interface FoundPairs {
  readonly first: number[];
  readonly second: number[];
  readonly similarity: number[];
  readonly givenUp: boolean;
}

export interface ProbeLimits {
  readonly maxPairs: number;
  /** Candidates met before the search is given up; Infinity = never, not at `maxPairs` either. */
  readonly maxSteps: number;
  /** Asked every few hundred records; the pairs found so far are returned. */
  readonly isCancelled: () => boolean;
  /** Whether two records are looked at as a pair at all. */
  readonly mayPair: (record: number, other: number) => boolean;
}

const REJECTED = -1;
const MIXED = -1;

/**
 * Finds pairs of records whose full sets have a Jaccard similarity of at least the threshold: PPJoin, prefix, length and
 * positional filters, then a merge of what is left.
 *
 * Once `maxPairs` are found, a pair is only looked for where its records are not linked by others yet. The linked
 * components stay the same, and thousands of rows that are all alike take linear time, not quadratic.
 */
export function probeRecords(
  records: JoinRecords,
  threshold: number,
  { maxPairs, maxSteps, isCancelled, mayPair }: ProbeLimits,
): FoundPairs {
  const { sizes, starts, values } = records;
  const index = prefixIndex(records, threshold);
  const links = unionFind(records.count);
  const found = { first: [] as number[], second: [] as number[], similarity: [] as number[] };
  let steps = 0;
  /** For the records met by the current one: values shared so far, and the last shared place in either. */
  const shared = new Int32Array(records.count);
  const ownPlaces = new Uint32Array(records.count);
  const otherPlaces = new Uint32Array(records.count);
  const met = new Uint32Array(records.count);
  /** First posting of each value whose set is not too small; sets only grow from probe to probe. */
  const heads = index.starts.slice(0, records.valueCount);
  /** For each value a record to which all records entered for it are linked, or MIXED. Kept once pairs are capped. */
  const linkedAll = new Int32Array(records.valueCount).fill(MIXED);
  let smallest = 0;

  const skipSmall = (value: number) => {
    let head = heads[value]!;
    while (head < index.ends[value]! && index.records[head]! < smallest) head++;
    heads[value] = head;
    return head;
  };
  const neededOverlap = (a: number, b: number) =>
    Math.ceil((threshold / (1 + threshold)) * (sizes[a]! + sizes[b]!) - ROUNDING);
  const droppedFrom = (record: number) => sizes[record]! - (starts[record + 1]! - starts[record]!);

  /** Merges two records after their last shared places; adds the pair if it is similar enough. */
  const verify = (record: number, other: number) => {
    const needed = neededOverlap(record, other);
    const ownEnd = starts[record + 1]!;
    const otherEnd = starts[other + 1]!;
    let own = starts[record]! + ownPlaces[other]! - droppedFrom(record) + 1;
    let its = starts[other]! + otherPlaces[other]! - droppedFrom(other) + 1;
    let overlap = shared[other]!;
    while (own < ownEnd && its < otherEnd) {
      if (overlap + Math.min(ownEnd - own, otherEnd - its) < needed) return;
      const ownValue = values[own]!;
      const itsValue = values[its]!;
      if (ownValue === itsValue) overlap++;
      if (ownValue <= itsValue) own++;
      if (itsValue <= ownValue) its++;
    }
    const similarity = overlap / (sizes[record]! + sizes[other]! - overlap);
    if (similarity < threshold) return;
    found.first.push(other);
    found.second.push(record);
    found.similarity.push(similarity);
    links.union(record, other);
  };

  /** Counts one more shared value; false, and rejected, where what can still follow does not reach the needed overlap. */
  const meet = (record: number, place: number, other: number, otherPlace: number) => {
    const rest = Math.min(sizes[record]! - place, sizes[other]! - otherPlace) - 1;
    if (shared[other]! + 1 + rest < neededOverlap(record, other)) {
      shared[other] = REJECTED;
      return false;
    }
    shared[other]!++;
    ownPlaces[other] = place;
    otherPlaces[other] = otherPlace;
    return true;
  };

  const probe = (record: number, end: number) => {
    let metCount = 0;
    const shift = starts[record]! - droppedFrom(record);
    for (let at = starts[record]!; at < end; at++) {
      const value = values[at]!;
      for (let posting = skipSmall(value); posting < index.ends[value]!; posting++) {
        const other = index.records[posting]!;
        steps++;
        if (shared[other] === REJECTED) continue;
        if (shared[other] === 0) {
          met[metCount++] = other;
          if (!mayPair(record, other)) {
            shared[other] = REJECTED;
            continue;
          }
        }
        meet(record, at - shift, other, index.places[posting]!);
      }
    }
    for (let at = 0; at < metCount; at++) {
      const other = met[at]!;
      if (shared[other] !== REJECTED) verify(record, other);
      shared[other] = 0;
    }
  };

  const probeUnlinked = (record: number, end: number) => {
    let metCount = 0;
    const shift = starts[record]! - droppedFrom(record);
    for (let at = starts[record]!; at < end; at++) {
      const value = values[at]!;
      const isLinkedToAll = () =>
        linkedAll[value] !== MIXED && links.find(linkedAll[value]!) === links.find(record);
      if (isLinkedToAll()) continue;
      let allLinked = true;
      for (let posting = skipSmall(value); posting < index.ends[value]!; posting++) {
        const other = index.records[posting]!;
        if (shared[other] === 0 && links.find(other) !== links.find(record)) {
          met[metCount++] = other;
          if (mayPair(record, other) && meet(record, at - shift, other, index.places[posting]!)) {
            verify(record, other);
          }
          // The first shared place decides: the merge from there on was exact.
          shared[other] = REJECTED;
          // One link to a component is one to all of it: without this, rows of one template would be quadratic.
          if (isLinkedToAll()) break;
        }
        if (links.find(other) !== links.find(record)) allLinked = false;
      }
      linkedAll[value] = allLinked ? record : MIXED;
    }
    for (let at = 0; at < metCount; at++) shared[met[at]!] = 0;
  };

  for (let record = 0; record < records.count; record++) {
    if (record % 256 === 0 && isCancelled()) break;
    if (steps > maxSteps || (maxSteps < Infinity && found.first.length >= maxPairs)) {
      return { ...found, givenUp: true };
    }
    const needed = Math.ceil(threshold * sizes[record]! - ROUNDING);
    while (sizes[smallest]! < needed) smallest++;
    const end = prefixEnd(records, record, needed);
    if (found.first.length < maxPairs) probe(record, end);
    else probeUnlinked(record, end);
    index.enter(record);
  }
  return { ...found, givenUp: false };
}
