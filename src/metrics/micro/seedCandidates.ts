import { mixBits } from '../text/mixBits.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';

const MOST_PAIR_SLOT_BITS = 20;
const MOST_SEED_SLOT_BITS = 21;
const LEAST_SLOT_BITS = 10;
/** So many slots for each pair that may be frequent, for few others to look so for want of slots. */
const SLOTS_PER_PAIR = 4;

/**
 * The places whose seed may be in enough rows: a seed is in no more rows than any pair of neighbouring tokens in it occurs, and
 * the few whose pairs all occur often enough are counted themselves. Pairs, and seeds, that share a slot of a table count as
 * one, so that none is missed, and most seeds are known to be in too few rows before they are looked at closely.
 * @param lengths tokens of the seed that starts at each place, 0 where none starts; none ends before an earlier one of its row
 * @returns 1 for each such place
 * O(tokens) time, some 12 ns per token. A byte for each token, up to 4 MB for the pairs and 16 MB for the seeds.
 */
export function seedCandidates(
  column: TokenColumn,
  lengths: Uint8Array,
  minRows: number,
): Uint8Array {
  const isCandidate = new Uint8Array(lengths.length);
  const candidates = markFrequentPairs(column, lengths, minRows, isCandidate);
  if (candidates > 0) unmarkRareSeeds(column, lengths, minRows, { isCandidate, candidates });
  return isCandidate;
}

/** Marks the seeds all of whose pairs occur often enough; returns how many. */
function markFrequentPairs(
  { values, offsets }: TokenColumn,
  lengths: Uint8Array,
  minRows: number,
  isCandidate: Uint8Array,
): number {
  const slotBits = slotBitsFor((SLOTS_PER_PAIR * values.length) / minRows, MOST_PAIR_SLOT_BITS);
  const shift = 32 - slotBits;
  const occurrences = new Uint32Array(1 << slotBits);
  for (let row = 0; row + 1 < offsets.length; row++) {
    const last = offsets[row + 1]! - 1;
    for (let place = offsets[row]!; place < last; place++) {
      occurrences[hashPair(values, place) >>> shift]!++;
    }
  }
  let candidates = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    const rowEnd = offsets[row + 1]!;
    let pair = offsets[row]!;
    let lastRare = -1;
    for (let place = pair; place < rowEnd && lengths[place] !== 0; place++) {
      for (; pair + 1 < place + lengths[place]!; pair++) {
        if (occurrences[hashPair(values, pair) >>> shift]! < minRows) lastRare = pair;
      }
      if (lastRare >= place) continue;
      isCandidate[place] = 1;
      candidates++;
    }
  }
  return candidates;
}

/** Takes the marks from the seeds that are in too few rows. */
function unmarkRareSeeds(
  { values, offsets }: TokenColumn,
  lengths: Uint8Array,
  minRows: number,
  { isCandidate, candidates }: { isCandidate: Uint8Array; candidates: number },
): void {
  const slotBits = slotBitsFor(candidates, MOST_SEED_SLOT_BITS);
  const shift = 32 - slotBits;
  const rows = new Uint32Array(1 << slotBits);
  /** The last row that was counted, from 1. */
  const lastRows = new Uint32Array(1 << slotBits);
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      if (isCandidate[place] === 0) continue;
      const slot = hashSeed(values, place, place + lengths[place]!) >>> shift;
      if (lastRows[slot] === row + 1) continue;
      lastRows[slot] = row + 1;
      rows[slot]!++;
    }
  }
  for (let place = 0; place < lengths.length; place++) {
    if (isCandidate[place] === 0) continue;
    if (rows[hashSeed(values, place, place + lengths[place]!) >>> shift]! < minRows)
      isCandidate[place] = 0;
  }
}

function slotBitsFor(slots: number, most: number): number {
  return Math.min(most, Math.max(LEAST_SLOT_BITS, Math.ceil(Math.log2(slots))));
}

function hashPair(values: Uint32Array, at: number): number {
  return Math.imul(values[at]!, 0x85ebca6b) ^ Math.imul(values[at + 1]!, 0x9e3779b1);
}

function hashSeed(values: Uint32Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) {
    hash = Math.imul(((hash << 13) | (hash >>> 19)) ^ values[at]!, 0x85ebca6b) + 0x6b43a9b5;
  }
  return mixBits(hash);
}
