import type { WordingModel } from './wordingModel.ts';

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
 * The surprise of every row, and its oddest tokens.
 * @param isNamed which tokens may be among the oddest; absent: all
 * O(tokens · ODD_TOKENS) at worst, in practice O(tokens).
 */
export function rowSurprise(
  model: WordingModel,
  rows: number,
  isNamed: (token: number) => boolean = () => true,
): RowSurprise {
  const surpriseBits = new Float32Array(rows).fill(-1);
  const oddPlaces = new Int32Array(rows * ODD_TOKENS).fill(-1);
  const oddBits = new Float32Array(rows * ODD_TOKENS);
  model.forEachRow((row, bits, tokens) => {
    if (bits.length === 0) return;
    const first = row * ODD_TOKENS;
    const last = first + ODD_TOKENS - 1;
    let sum = 0;
    for (let place = 0; place < bits.length; place++) {
      const value = bits[place]!;
      sum += value;
      if (value <= oddBits[last]! || !isNamed(tokens[place]!)) continue;
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
    const mean = sum / bits.length;
    surpriseBits[row] = mean;
    for (let at = first; at <= last; at++) {
      if (oddBits[at]! >= mean) continue;
      oddBits[at] = 0;
      oddPlaces[at] = -1;
    }
  });
  return { surpriseBits, oddPlaces, oddBits };
}
