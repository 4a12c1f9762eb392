import type { WordingModel } from './wordingModel.ts';

/** Oddest tokens kept of each row. */
export const ODD_TOKENS = 5;

export interface RowSurprise {
  /** [rows]: mean surprise, bits per token; −1 for a row without tokens. */
  readonly surpriseBits: Float32Array;
  /** [rows, ODD_TOKENS]: place of the oddest tokens among the row's tokens, the oddest first; −1 where there are fewer. */
  readonly oddPlaces: Int32Array;
  /** [rows, ODD_TOKENS]: their surprise in bits; 0 beside −1. */
  readonly oddBits: Float32Array;
}

/**
 * The surprise of every row, and its oddest tokens.
 * O(tokens · ODD_TOKENS) at worst, in practice O(tokens).
 */
export function rowSurprise(model: WordingModel, rows: number): RowSurprise {
  const surpriseBits = new Float32Array(rows).fill(-1);
  const oddPlaces = new Int32Array(rows * ODD_TOKENS).fill(-1);
  const oddBits = new Float32Array(rows * ODD_TOKENS);
  model.forEachRow((row, bits) => {
    if (bits.length === 0) return;
    const first = row * ODD_TOKENS;
    const last = first + ODD_TOKENS - 1;
    let sum = 0;
    for (let place = 0; place < bits.length; place++) {
      const value = bits[place]!;
      sum += value;
      if (value <= oddBits[last]!) continue;
      let at = last;
      for (; at > first && oddBits[at - 1]! < value; at--) {
        oddBits[at] = oddBits[at - 1]!;
        oddPlaces[at] = oddPlaces[at - 1]!;
      }
      oddBits[at] = value;
      oddPlaces[at] = place;
    }
    surpriseBits[row] = sum / bits.length;
  });
  return { surpriseBits, oddPlaces, oddBits };
}
