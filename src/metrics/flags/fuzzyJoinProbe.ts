import { unionFind, type UnionFind } from '../stats/unionFind.ts';
import { prefixEnd, prefixIndex, type PrefixIndex } from './fuzzyJoinIndex.ts';
import { droppedFrom, recordOverlaps, REJECTED, type Overlaps } from './fuzzyJoinOverlaps.ts';
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

interface Probing {
  readonly records: JoinRecords;
  readonly index: PrefixIndex;
  readonly overlaps: Overlaps;
  /** First posting of a value whose set is not too small for the current record. */
  readonly firstPosting: (value: number) => number;
  readonly mayPair: ProbeLimits['mayPair'];
  /** Takes in a pair if it is similar enough. */
  readonly verify: (record: number, other: number) => void;
}

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
  const { sizes } = records;
  const index = prefixIndex(records, threshold);
  const overlaps = recordOverlaps(records, threshold);
  const links = unionFind(records.count);
  const found = { first: [] as number[], second: [] as number[], similarity: [] as number[] };
  const verify = (record: number, other: number) => {
    const similarity = overlaps.similarityOf(record, other);
    if (similarity === 0) return;
    found.first.push(other);
    found.second.push(record);
    found.similarity.push(similarity);
    links.union(record, other);
  };
  // Sets only grow from probe to probe.
  const heads = index.starts.slice(0, records.valueCount);
  let smallest = 0;
  const firstPosting = (value: number) => {
    let head = heads[value]!;
    while (head < index.ends[value]! && index.records[head]! < smallest) head++;
    heads[value] = head;
    return head;
  };
  const probing = { records, index, overlaps, firstPosting, mayPair, verify };
  const probe = probeForAll(probing);
  const probeUnlinked = probeForLinks(probing, links);
  let steps = 0;
  for (let record = 0; record < records.count; record++) {
    if (record % 256 === 0 && isCancelled()) break;
    if (steps > maxSteps || (maxSteps < Infinity && found.first.length >= maxPairs)) {
      return { ...found, givenUp: true };
    }
    const needed = Math.ceil(threshold * sizes[record]! - ROUNDING);
    while (sizes[smallest]! < needed) smallest++;
    const end = prefixEnd(records, record, needed);
    if (found.first.length < maxPairs) steps += probe(record, end);
    else probeUnlinked(record, end);
    index.enter(record);
  }
  return { ...found, givenUp: false };
}

/** Finds all pairs of a record with those entered before; returns how many candidates it met. */
function probeForAll(probing: Probing): (record: number, prefixEnd: number) => number {
  const { records, index, overlaps, firstPosting, mayPair, verify } = probing;
  const { shared } = overlaps;
  const met = new Uint32Array(records.count);
  return (record, end) => {
    let metCount = 0;
    let steps = 0;
    const start = records.starts[record]!;
    const shift = start - droppedFrom(records, record);
    for (let at = start; at < end; at++) {
      const value = records.values[at]!;
      for (let posting = firstPosting(value); posting < index.ends[value]!; posting++) {
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
        overlaps.meet(record, at - shift, other, index.places[posting]!);
      }
    }
    for (let at = 0; at < metCount; at++) {
      const other = met[at]!;
      if (shared[other] !== REJECTED) verify(record, other);
      shared[other] = 0;
    }
    return steps;
  };
}

const MIXED = -1;

/** Finds pairs of a record that link what is not linked yet. */
function probeForLinks(
  probing: Probing,
  links: UnionFind,
): (record: number, prefixEnd: number) => void {
  const { records, index, overlaps, firstPosting, mayPair, verify } = probing;
  const { shared } = overlaps;
  const met = new Uint32Array(records.count);
  /** For each value a record to which all records entered for it are linked, or MIXED. */
  const linkedAll = new Int32Array(records.valueCount).fill(MIXED);
  return (record, end) => {
    let metCount = 0;
    const start = records.starts[record]!;
    const shift = start - droppedFrom(records, record);
    for (let at = start; at < end; at++) {
      const value = records.values[at]!;
      const isLinkedToAll = () =>
        linkedAll[value] !== MIXED && links.find(linkedAll[value]!) === links.find(record);
      if (isLinkedToAll()) continue;
      let allLinked = true;
      for (let posting = firstPosting(value); posting < index.ends[value]!; posting++) {
        const other = index.records[posting]!;
        if (shared[other] === 0 && links.find(other) !== links.find(record)) {
          met[metCount++] = other;
          const place = at - shift;
          if (
            mayPair(record, other) &&
            overlaps.meet(record, place, other, index.places[posting]!)
          ) {
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
}
