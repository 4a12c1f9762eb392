import type { PairCounts } from './pairCounts.ts';
import type { TypeNumbers } from './typeNumbers.ts';

/** Tokens of the byte-pair encoding, rounded up. */
export const VOCABULARY = 200_000;

/** Counts by the number of a type, which change while a row is left out, and what is fixed. */
export interface BigramModel {
  readonly ofType: Uint32Array;
  /** Tokens after the type. */
  readonly ofContext: Uint32Array;
  /** Different types after it. */
  readonly followers: Uint32Array;
  readonly tokens: number;
  readonly types: number;
  readonly typeDiscount: number;
  readonly pairDiscount: number;
}

export function bigramModel({ counts, end }: TypeNumbers, pairs: PairCounts): BigramModel {
  let tokens = 0;
  let types = 0;
  let once = 0;
  let twice = 0;
  for (let number = 0; number < end; number++) {
    const count = counts[number]!;
    tokens += count;
    if (count > 0) types++;
    if (count === 1) once++;
    else if (count === 2) twice++;
  }
  return {
    ofType: counts,
    ofContext: pairs.tokens,
    followers: pairs.followers,
    tokens,
    types,
    typeDiscount: discount(once, twice),
    pairDiscount: discount(pairs.once, pairs.twice),
  };
}

/** n₁ / (n₁ + 2 n₂); ½ where nothing was counted once, as then every probability would go to what was seen. */
function discount(once: number, twice: number): number {
  return once === 0 ? 0.5 : once / (once + 2 * twice);
}
