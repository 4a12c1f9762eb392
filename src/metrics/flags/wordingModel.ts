import type { TokenColumn } from '../text/tokenColumn.ts';
import { createBigramTable } from './bigramTable.ts';

/** How surprising the wording of rows is under the bigram model of all other rows. */
export interface WordingModel {
  /**
   * The surprise of each of the row's tokens in bits, ≥ 0, text after text; in memory that the next call overwrites.
   * O(tokens of the row).
   */
  tokenSurpriseBits(row: number): Float32Array;
}

export interface WordingOptions {
  /** 1 for each row that the model learns from; absent: all rows. */
  readonly learned?: Uint8Array;
  /** Called now and then while the model is made; may throw to stop. */
  readonly checkpoint?: () => void;
}

/** Tokens of the byte-pair encoding, rounded up. */
const VOCABULARY = 200_000;
/** What the first token of a text comes after. */
const START = VOCABULARY;
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
 * from one text to the next.
 * @param columns byte-pair tokens below V of each text of the rows, all with the same number of rows; not mutated
 * @throws RangeError for columns of different numbers of rows
 * O(tokens): some 50 ns per token to learn and as much to score; 13 to 27 bytes per different pair and 2.4 MB.
 * @see Ney, Essen & Kneser (1994), doi:10.1006/csla.1994.1001, for absolute discounting and leaving one out; unlike Kneser &
 *   Ney (1995) the lower order has plain counts, from which a row can be taken exactly
 */
export function createWordingModel(
  columns: readonly TokenColumn[],
  { learned, checkpoint }: WordingOptions = {},
): WordingModel {
  const rows = rowCount(columns);
  const pairs = createBigramTable();
  const typeCounts = new Uint32Array(VOCABULARY);
  const contextCounts = new Uint32Array(VOCABULARY + 1);
  const followers = new Uint32Array(VOCABULARY + 1);
  let tokens = 0;
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_PER_CHECK === 0) checkpoint?.();
    if (learned?.[row] === 0) continue;
    for (const { values, offsets } of columns) {
      const end = offsets[row + 1]!;
      let context = START;
      for (let at = offsets[row]!; at < end; at++) {
        const token = values[at]!;
        typeCounts[token]!++;
        contextCounts[context]!++;
        if (pairs.add(context, token) === 0) followers[context]!++;
        context = token;
      }
      tokens += end - offsets[row]!;
    }
  }
  const { counts } = pairs;
  const pairDiscount = discount(pairs.pairsCounted(1), pairs.pairsCounted(2));
  const typeDiscount = discount(countOf(typeCounts, 1), countOf(typeCounts, 2));
  let types = typeCounts.length - countOf(typeCounts, 0);

  /** Takes a row out of all counts, or puts it back. */
  const shift = (row: number, places: Int32Array, by: 1 | -1) => {
    const emptyAt = by === 1 ? 1 : 0;
    let token = 0;
    for (const { values, offsets } of columns) {
      const end = offsets[row + 1]!;
      let context = START;
      for (let at = offsets[row]!; at < end; at++) {
        const type = values[at]!;
        const place = places[token++]!;
        if ((typeCounts[type]! += by) === emptyAt) types += by;
        contextCounts[context]! += by;
        if ((counts[place]! += by) === emptyAt) followers[context]! += by;
        context = type;
      }
      tokens += by * (end - offsets[row]!);
    }
  };

  let room = { places: new Int32Array(1024), bits: new Float32Array(1024) };
  const tokenSurpriseBits = (row: number): Float32Array => {
    let length = 0;
    for (const { offsets } of columns) length += offsets[row + 1]! - offsets[row]!;
    if (length > room.bits.length) {
      room = { places: new Int32Array(2 * length), bits: new Float32Array(2 * length) };
    }
    const { places, bits } = room;
    let token = 0;
    for (const { values, offsets } of columns) {
      let context = START;
      for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
        places[token++] = pairs.placeOf(context, values[at]!);
        context = values[at]!;
      }
    }
    const isLearned = learned?.[row] !== 0;
    if (isLearned) shift(row, places, -1);
    const unseen = (typeDiscount * types) / VOCABULARY;
    token = 0;
    for (const { values, offsets } of columns) {
      let context = START;
      for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
        const type = values[at]!;
        const contextCount = contextCounts[context]!;
        let probability =
          tokens === 0
            ? 1 / VOCABULARY
            : (Math.max(typeCounts[type]! - typeDiscount, 0) + unseen) / tokens;
        if (contextCount > 0) {
          const place = places[token]!;
          const kept = place < 0 ? 0 : Math.max(counts[place]! - pairDiscount, 0);
          probability = (kept + pairDiscount * followers[context]! * probability) / contextCount;
        }
        bits[token++] = -Math.log2(probability);
        context = type;
      }
    }
    if (isLearned) shift(row, places, 1);
    return bits.subarray(0, length);
  };

  return { tokenSurpriseBits };
}

function rowCount(columns: readonly TokenColumn[]): number {
  const rows = (columns[0]?.offsets.length ?? 1) - 1;
  for (const { offsets } of columns) {
    if (offsets.length === rows + 1) continue;
    throw new RangeError(`got a column of ${offsets.length - 1} rows, expected ${rows}`);
  }
  return rows;
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
