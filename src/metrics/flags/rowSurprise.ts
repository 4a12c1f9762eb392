import type { TokenColumn } from '../text/tokenColumn.ts';
import { forEachWording, type WordingOptions } from './wordingModel.ts';

/** Oddest tokens kept of each row: some more than words are named, as several may be parts of one word. */
export const ODD_TOKENS = 8;

export interface RowSurprise {
  /** [rows]: mean surprise, bits per token; −1 for a row without tokens. */
  readonly surpriseBits: Float32Array;
  /**
   * [rows, ODD_TOKENS]: place of the oddest tokens among the row's tokens, the oddest first, each token once, where it is the
   * oddest, and none that is less odd than the row's mean; −1 where there are fewer.
   */
  readonly oddPlaces: Int32Array;
  /** [rows, ODD_TOKENS]: their surprise in bits; 0 beside −1. */
  readonly oddBits: Float32Array;
}

/**
 * The surprise of every row under the wording of all others, and its oddest tokens.
 * @param isNamed which tokens may be among the oddest; absent: all
 * O(tokens · ODD_TOKENS) at worst, in practice O(tokens).
 */
export function rowSurprise(
  columns: readonly TokenColumn[],
  options?: WordingOptions,
  isNamed: (token: number) => boolean = () => true,
): RowSurprise {
  const rows = columns[0]!.offsets.length - 1;
  const surpriseBits = new Float32Array(rows).fill(-1);
  const oddPlaces = new Int32Array(rows * ODD_TOKENS).fill(-1);
  const oddBits = new Float32Array(rows * ODD_TOKENS);
  const visit = (row: number, length: number, bits: Float32Array, tokens: Uint32Array) => {
    if (length === 0) return;
    const mean = meanOf(bits, length);
    surpriseBits[row] = mean;
    const first = row * ODD_TOKENS;
    const last = first + ODD_TOKENS - 1;
    for (let place = 0; place < length; place++) {
      const value = bits[place]!;
      if (value <= oddBits[last]! || value < mean || !isNamed(tokens[place]!)) continue;
      // The token's own entry, if it has one, is what makes room.
      let at = first;
      while (at < last && oddPlaces[at] !== -1 && tokens[oddPlaces[at]!] !== tokens[place]) at++;
      if (
        oddPlaces[at] !== -1 &&
        tokens[oddPlaces[at]!] === tokens[place] &&
        oddBits[at]! >= value
      ) {
        continue;
      }
      for (; at > first && oddBits[at - 1]! < value; at--) {
        oddBits[at] = oddBits[at - 1]!;
        oddPlaces[at] = oddPlaces[at - 1]!;
      }
      oddBits[at] = value;
      oddPlaces[at] = place;
    }
  };
  forEachWording(columns, visit, options);
  return { surpriseBits, oddPlaces, oddBits };
}

function meanOf(values: Float32Array, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at++) sum += values[at]!;
  return sum / length;
}
