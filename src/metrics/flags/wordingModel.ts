import { mixBits } from '../text/mixBits.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import { createKeyCounts } from './keyCounts.ts';
import { createRowPairs } from './rowPairs.ts';
import { cutRows, type RowSlice } from '../text/rowSlices.ts';

/** How surprising the wording of rows is under the bigram model of all other rows. */
export interface WordingModel {
  /**
   * Hands out each row with the surprise of each of its tokens in bits, ≥ 0, text after text, and with these tokens; in
   * memory that is overwritten for the next row. O(tokens).
   */
  forEachRow(
    visit: (row: number, tokenSurpriseBits: Float32Array, tokens: Uint32Array) => void,
  ): void;
}

export interface WordingOptions {
  /** 1 for each row that the model learns from; absent: all rows. */
  readonly learned?: Uint8Array;
  /** Called now and then; may throw to stop. */
  readonly checkpoint?: () => void;
  /** Tokens that are counted or looked up together; the result does not depend on it. */
  readonly tokensPerSlice?: number;
}

/** Tokens of the byte-pair encoding, rounded up. */
const VOCABULARY = 200_000;
/** What the first token of a text comes after. */
const START = VOCABULARY;
/** Enough for a token; those left of 32 take the lower bits of the context, whose others stand beside the mixed bits. */
const TOKEN_BITS = 18;
const LOWER_BITS = 32 - TOKEN_BITS;
/** All but those of the bucket. */
const REST_BITS = 24;
const REST_MASK = (1 << REST_BITS) - 1;
/** The more are looked up together, the better the processor's cache is used. */
const TOKENS_PER_SLICE = 1 << 21;
const USUAL_ROW_TOKENS = 1024;
const ROWS_PER_CHECK = 1024;

/**
 * A bigram model with absolute discounting, interpolated with unigrams and these with the uniform distribution. It scores
 * each row as if that row had not been counted (leave-one-out): a row's own odd words do not make themselves usual.
 *
 *   p(w | v) = (max(c(vw) − D, 0) + D · N₊(v•) · p(w)) / c(v•);  p(w) where v was not seen
 *   p(w)     = (max(c(w) − D₁, 0) + D₁ · T / V) / N;  1 / V where no other row has a token
 *
 * Counts c and N, different followers N₊(v•) and different types T are those of the other rows; D and D₁ are n₁ / (n₁ + 2 n₂)
 * of the pairs and the types counted once and twice; V = 200,000. Texts begin with a mark of their own, and no pair crosses
 * from one text to the next. Pairs are counted exactly, so that every probability is above 0 and at most 1.
 * @param columns byte-pair tokens below V of each text of the rows, all with the same number of rows; not mutated
 * @throws RangeError for columns of different numbers of rows
 * O(tokens): some 20 ns per token to learn and 50 to score; 13 to 27 bytes per different pair, and up to 42 MB.
 * @see Ney, Essen & Kneser (1994), doi:10.1006/csla.1994.1001, for absolute discounting and leaving one out; unlike Kneser &
 *   Ney (1995) the lower order has plain counts, from which a row can be taken exactly
 */
export function createWordingModel(
  columns: readonly TokenColumn[],
  { learned, checkpoint, tokensPerSlice = TOKENS_PER_SLICE }: WordingOptions = {},
): WordingModel {
  const slices = cutRows(columns, tokensPerSlice);
  const most = slices.reduce((longest, slice) => Math.max(longest, slice.tokens), 0);
  /** Key and first token of each pair of the slice at hand. */
  const buckets = new Uint8Array(most);
  const rests = new Uint32Array(most);
  const keys = { buckets, rests };
  const contexts = new Uint32Array(most);
  const keyRow = (row: number, first: number): number => {
    let pair = first;
    for (const { values, offsets } of columns) {
      const end = offsets[row + 1]!;
      let context = START;
      for (let at = offsets[row]!; at < end; at++) {
        const type = values[at]!;
        const mixed = mixPair(context, type);
        buckets[pair] = mixed >>> REST_BITS;
        rests[pair] = restOfPair(mixed, context);
        contexts[pair++] = context;
        context = type;
      }
    }
    return pair;
  };

  const pairCounts = createKeyCounts(most);
  const typeCounts = new Uint32Array(VOCABULARY);
  /** Texts that end on each token, which is then no context. */
  const lastCounts = new Uint32Array(VOCABULARY);
  const contextCounts = new Uint32Array(VOCABULARY + 1);
  const followers = new Uint32Array(VOCABULARY + 1);
  let tokens = 0;
  for (const { fromRow, toRow } of slices) {
    let length = 0;
    for (let row = fromRow; row < toRow; row++) {
      if (row % ROWS_PER_CHECK === 0) checkpoint?.();
      if (learned?.[row] === 0) continue;
      length = keyRow(row, length);
      for (const { values, offsets } of columns) {
        const end = offsets[row + 1]!;
        for (let at = offsets[row]!; at < end; at++) typeCounts[values[at]!]!++;
        if (end === offsets[row]!) continue;
        contextCounts[START]!++;
        lastCounts[values[end - 1]!]!++;
      }
    }
    pairCounts.addAll(keys, length, contexts, followers);
    tokens += length;
  }
  for (let type = 0; type < VOCABULARY; type++) {
    contextCounts[type] = typeCounts[type]! - lastCounts[type]!;
  }
  const { once, twice } = pairCounts.seldom();
  const pairDiscount = discount(once, twice);
  const typeDiscount = discount(countOf(typeCounts, 1), countOf(typeCounts, 2));
  let types = typeCounts.length - countOf(typeCounts, 0);

  let rowPairs = createRowPairs(USUAL_ROW_TOKENS);
  let bits = new Float32Array(USUAL_ROW_TOKENS);
  let rowTokens = new Uint32Array(USUAL_ROW_TOKENS);
  /** Takes the row at hand out of all counts, or puts it back. */
  const shift = (row: number, by: 1 | -1) => {
    const emptyAt = by === 1 ? 1 : 0;
    const { places, counts } = rowPairs;
    let pair = 0;
    for (const { values, offsets } of columns) {
      const end = offsets[row + 1]!;
      let context = START;
      for (let at = offsets[row]!; at < end; at++) {
        const type = values[at]!;
        if ((typeCounts[type]! += by) === emptyAt) types += by;
        contextCounts[context]! += by;
        if ((counts[places[pair++]!]! += by) === emptyAt) followers[context]! += by;
        context = type;
      }
      tokens += by * (end - offsets[row]!);
    }
  };
  const surpriseOf = (row: number, tokensOfOthers: number, typesOfOthers: number): void => {
    const unseen = (typeDiscount * typesOfOthers) / VOCABULARY;
    const { places, counts } = rowPairs;
    const surprise = bits;
    const tokensOfRow = rowTokens;
    let pair = 0;
    for (const { values, offsets } of columns) {
      const end = offsets[row + 1]!;
      let context = START;
      for (let at = offsets[row]!; at < end; at++) {
        const type = values[at]!;
        const contextCount = contextCounts[context]!;
        let probability =
          tokensOfOthers === 0
            ? 1 / VOCABULARY
            : (Math.max(typeCounts[type]! - typeDiscount, 0) + unseen) / tokensOfOthers;
        if (contextCount > 0) {
          const kept = Math.max(counts[places[pair]!]! - pairDiscount, 0);
          probability = (kept + pairDiscount * followers[context]! * probability) / contextCount;
        }
        surprise[pair] = -Math.log2(probability);
        tokensOfRow[pair++] = type;
        context = type;
      }
    }
  };
  const lookUp = ({ fromRow, toRow }: RowSlice): Uint32Array => {
    let length = 0;
    for (let row = fromRow; row < toRow; row++) length = keyRow(row, length);
    pairCounts.countAll(keys, length, contexts);
    return contexts;
  };

  return {
    forEachRow(visit) {
      for (const slice of slices) {
        const counts = lookUp(slice);
        let first = 0;
        for (let row = slice.fromRow; row < slice.toRow; row++) {
          if (row % ROWS_PER_CHECK === 0) checkpoint?.();
          let length = 0;
          for (const { offsets } of columns) length += offsets[row + 1]! - offsets[row]!;
          if (length > bits.length) {
            const room = Math.ceil(1.25 * length);
            rowPairs = createRowPairs(room);
            bits = new Float32Array(room);
            rowTokens = new Uint32Array(room);
          }
          rowPairs.load(keys, counts, first, length);
          const isLearned = learned?.[row] !== 0;
          if (isLearned) shift(row, -1);
          surpriseOf(row, tokens, types);
          if (isLearned) shift(row, 1);
          visit(row, bits.subarray(0, length), rowTokens.subarray(0, length));
          first += length;
        }
      }
    },
  };
}

/** Mixes the token and the 14 lower bits of the context, 32 together: with the others of the context they are told apart. */
function mixPair(context: number, token: number): number {
  return mixBits((context << TOKEN_BITS) ^ token ^ Math.imul(context >>> LOWER_BITS, 0x9e3779b1));
}

/** What the bucket does not hold of the mixed bits, and the upper bits of the context; never 0. */
function restOfPair(mixed: number, context: number): number {
  return (((context >>> LOWER_BITS) + 1) << REST_BITS) | (mixed & REST_MASK);
}

/** n₁ / (n₁ + 2 n₂); ½ where nothing was counted once, as then every probability would go to what was seen. */
function discount(once: number, twice: number): number {
  return once === 0 ? 0.5 : once / (once + 2 * twice);
}

function countOf(counts: Uint32Array, value: number): number {
  let found = 0;
  for (let at = 0; at < counts.length; at++) if (counts[at] === value) found++;
  return found;
}
