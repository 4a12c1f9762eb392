/** Keeps the tokens of the pieces that come up again and again, by two hashes of each. */
export interface UsualPieces {
  /** Pushes the tokens of a piece; false where it is not kept. */
  pushKnown(hash: number, otherHash: number, sink: { push(token: number): void }): boolean;
  /** Keeps the tokens of a piece that was not; those of pieces of more than three tokens it does not. */
  keep(hash: number, otherHash: number, tokens: readonly number[]): void;
}

const LINE_BITS = 15;
/** A piece in units of 32 bits, of which four lie in one line of the processor's cache. */
const RECORD = 4;
const LINE = 4 * RECORD;
const HASH = 0;
const OTHER_HASH = 1;
/** The first token and the lower bits of the second. */
const FRONT = 2;
/** The rest of the second token, the third, and how many there are: 0 where there is no piece. */
const BACK = 3;

const MOST_TOKENS = 3;
const TOKEN_BITS = 18;
const TOKEN_MASK = (1 << TOKEN_BITS) - 1;
const LOWER_BITS = 32 - TOKEN_BITS;
const REST_BITS = TOKEN_BITS - LOWER_BITS;
const REST_MASK = (1 << REST_BITS) - 1;
const COUNT_AT = REST_BITS + TOKEN_BITS;

/** The second hash of a piece takes in one more byte of it. */
export const otherHashStep = (hash: number, byte: number): number =>
  Math.imul(hash + byte, 0x2c1b3c6d);

/**
 * Finding a piece in the vocabulary itself is to read three large tables at places that are in no cache; here it is one. 2 MB;
 * a piece takes the place of the oldest of the four that share its line. Two different pieces are taken for one with
 * probability 2⁻⁶⁴. Tokens are below 2¹⁸.
 */
export function usualPieces(): UsualPieces {
  const records = new Int32Array(LINE << LINE_BITS);
  const lineOf = (hash: number): number => (hash >>> (32 - LINE_BITS)) * LINE;
  return {
    pushKnown(hash, otherHash, sink) {
      let at = lineOf(hash);
      const end = at + LINE;
      while (records[at + HASH] !== hash || records[at + OTHER_HASH] !== otherHash) {
        at += RECORD;
        if (at === end) return false;
      }
      const front = records[at + FRONT]!;
      const back = records[at + BACK]!;
      const count = back >>> COUNT_AT;
      if (count === 0) return false;
      sink.push(front & TOKEN_MASK);
      if (count > 1) sink.push((front >>> TOKEN_BITS) | ((back & REST_MASK) << LOWER_BITS));
      if (count > 2) sink.push((back >>> REST_BITS) & TOKEN_MASK);
      return true;
    },
    keep(hash, otherHash, tokens) {
      if (tokens.length > MOST_TOKENS) return;
      const at = lineOf(hash);
      records.copyWithin(at + RECORD, at, at + LINE - RECORD);
      const [first, second = 0, third = 0] = tokens;
      records[at + HASH] = hash;
      records[at + OTHER_HASH] = otherHash;
      records[at + FRONT] = first! | (second << TOKEN_BITS);
      records[at + BACK] =
        (second >>> LOWER_BITS) | (third << REST_BITS) | (tokens.length << COUNT_AT);
    },
  };
}
