import { hashAsciiTokens, hashTokens } from './hashTokens.ts';
import { isAscii } from './isAscii.ts';
import { normalizeText } from './normalizeText.ts';

/** The tokens of one text, as hashes: the first `count`. */
export interface TokenHashes {
  readonly hashes: Uint32Array;
  readonly count: number;
}

/** The tokens of one text after another, in memory that each text takes over from the one before. */
export interface TokenBuffer extends TokenHashes {
  /**
   * Puts the tokens of a text in the place of those before, see `hashTokens`. The text is normalised (Unicode NFKC, lower
   * case). Linear. Two different tokens share a hash with probability 2⁻³⁰.
   */
  read(text: string): void;
}

export function createTokenBuffer(): TokenBuffer {
  let hashes = new Uint32Array(256);
  let count = 0;
  const makeRoomFor = (length: number) => {
    if (hashes.length < length) hashes = new Uint32Array(2 * length);
  };
  return {
    get hashes() {
      return hashes;
    },
    get count() {
      return count;
    },
    read(text) {
      if (isAscii(text)) {
        makeRoomFor(text.length);
        count = hashAsciiTokens(text, hashes);
        return;
      }
      const normalized = normalizeText(text);
      makeRoomFor(normalized.length);
      count = hashTokens(normalized, hashes);
    },
  };
}
