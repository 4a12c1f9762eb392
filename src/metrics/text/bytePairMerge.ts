import type { BytePairVocabulary } from './bytePairVocabulary.ts';
import { minHeap } from './minHeap.ts';

/** Where a pair of parts makes no token. */
const NONE = 0x7fff_ffff;
/** Up to here scanning all pairs for the lowest rank is faster than a heap. */
const SHORT_PIECE_BYTES = 128;
/** A key of the heap is rank · 2³² + position: the lowest rank first, the leftmost pair first among equals. */
const RANK_UNIT = 2 ** 32;

type TokenSink = { push(token: number): void };

/**
 * Merges the bytes of a piece into tokens: as long as two neighbouring parts make a token, the pair whose token has the
 * lowest number becomes one part, the leftmost such pair first.
 * @returns a function of a piece (bytes[0] … bytes[length − 1]) and a sink for its tokens, in order.
 * O(length²) time up to 128 bytes, O(length · log length) and some 30 bytes of memory per byte beyond.
 * @see Sennrich et al. (2016), doi:10.18653/v1/P16-1162; `_byte_pair_merge` in OpenAI's tiktoken
 */
export function bytePairMerger(
  vocabulary: BytePairVocabulary,
): (bytes: Uint8Array, length: number, sink: TokenSink) => void {
  const starts = new Int32Array(SHORT_PIECE_BYTES + 2);
  const pairs = new Int32Array(SHORT_PIECE_BYTES + 2);

  const mergeShort = (bytes: Uint8Array, length: number, sink: TokenSink) => {
    for (let part = 0; part + 1 < length; part++) {
      starts[part] = part;
      pairs[part] = orNone(vocabulary.findPair(bytes[part]!, bytes[part + 1]!));
    }
    let parts = length;
    starts[parts - 1] = parts - 1;
    starts[parts] = starts[parts + 1] = length;
    pairs[parts - 1] = NONE;
    for (;;) {
      let lowest = NONE;
      let at = 0;
      for (let part = 0; part < parts; part++) {
        if (pairs[part]! < lowest) {
          lowest = pairs[part]!;
          at = part;
        }
      }
      if (lowest === NONE) break;
      for (let part = at + 1; part < parts; part++) {
        starts[part] = starts[part + 1]!;
        pairs[part] = pairs[part + 1]!;
      }
      parts--;
      pairs[at] =
        at + 1 < parts ? orNone(vocabulary.find(bytes, starts[at]!, starts[at + 2]!)) : NONE;
      if (at > 0) {
        pairs[at - 1] = orNone(vocabulary.find(bytes, starts[at - 1]!, starts[at + 1]!));
      }
    }
    for (let part = 0; part < parts; part++) {
      sink.push(vocabulary.find(bytes, starts[part]!, starts[part + 1]!));
    }
  };

  return (bytes, length, sink) => {
    if (length <= SHORT_PIECE_BYTES) mergeShort(bytes, length, sink);
    else mergeLong(vocabulary, bytes, length, sink);
  };
}

function orNone(token: number): number {
  return token < 0 ? NONE : token;
}

function mergeLong(
  vocabulary: BytePairVocabulary,
  bytes: Uint8Array,
  length: number,
  sink: TokenSink,
): void {
  // By the byte where a part begins: where it ends, where the part before it begins, the token of it and the next part.
  const ends = new Int32Array(length);
  const previous = new Int32Array(length);
  const pairs = new Int32Array(length);
  const heap = minHeap(length);
  const consider = (position: number, end: number) => {
    const token = vocabulary.find(bytes, position, end);
    pairs[position] = token;
    if (token >= 0) heap.push(token * RANK_UNIT + position);
  };
  for (let position = 0; position < length; position++) {
    ends[position] = position + 1;
    previous[position] = position - 1;
    if (position + 1 < length) consider(position, position + 2);
  }
  for (let key = heap.pop(); key !== undefined; key = heap.pop()) {
    const token = Math.floor(key / RANK_UNIT);
    const position = key - token * RANK_UNIT;
    // A pair that has changed since it was pushed is in the heap with its new rank too.
    if (pairs[position] !== token) continue;
    const next = ends[position]!;
    const end = ends[next]!;
    ends[position] = end;
    pairs[position] = pairs[next] = -1;
    if (end < length) {
      previous[end] = position;
      consider(position, ends[end]!);
    }
    if (position > 0) consider(previous[position]!, end);
  }
  for (let position = 0; position < length; position = ends[position]!) {
    sink.push(vocabulary.find(bytes, position, ends[position]!));
  }
}
