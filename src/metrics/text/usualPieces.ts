/** Keeps the tokens of the pieces that come up again and again, by two hashes of each. */
export interface UsualPieces {
  /** Pushes the tokens of a piece; false where it is not kept. */
  pushKnown(hash: number, otherHash: number, sink: { push(token: number): void }): boolean;
  /** Keeps the tokens of a piece that was not; those of pieces of more than five tokens it does not. */
  keep(hash: number, otherHash: number, tokens: readonly number[]): void;
}

const LINE_BITS = 15;
/** A piece in units of 32 bits, of which two lie in one line of the processor's cache. */
const RECORD = 8;
const LINE = 2 * RECORD;
const HASH = 0;
const OTHER_HASH = 1;
/** 0 where there is none. */
const TOKENS = 2;
const FIRST_TOKEN = 3;
const MOST_TOKENS = RECORD - FIRST_TOKEN;

/** The second hash of a piece takes in one more byte of it. */
export const otherHashStep = (hash: number, byte: number): number =>
  Math.imul(hash + byte, 0x2c1b3c6d);

/**
 * Finding a piece in the vocabulary itself is to read three large tables at places that are in no cache; here it is one. 2 MB;
 * a piece takes the place of the older of the two that share its line. Two different pieces are taken for one with
 * probability 2⁻⁶⁴.
 */
export function usualPieces(): UsualPieces {
  const records = new Int32Array(LINE << LINE_BITS);
  const lineOf = (hash: number): number => (hash >>> (32 - LINE_BITS)) * LINE;
  return {
    pushKnown(hash, otherHash, sink) {
      let at = lineOf(hash);
      if (records[at + HASH] !== hash || records[at + OTHER_HASH] !== otherHash) {
        at += RECORD;
        if (records[at + HASH] !== hash || records[at + OTHER_HASH] !== otherHash) return false;
      }
      const end = at + FIRST_TOKEN + records[at + TOKENS]!;
      for (let token = at + FIRST_TOKEN; token < end; token++) sink.push(records[token]!);
      return records[at + TOKENS]! > 0;
    },
    keep(hash, otherHash, tokens) {
      if (tokens.length > MOST_TOKENS) return;
      const at = lineOf(hash);
      records.copyWithin(at + RECORD, at, at + RECORD);
      records[at + HASH] = hash;
      records[at + OTHER_HASH] = otherHash;
      records[at + TOKENS] = tokens.length;
      records.set(tokens, at + FIRST_TOKEN);
    },
  };
}
