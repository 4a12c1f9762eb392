/** Remembers the tokens of pieces, by their bytes. */
export interface MergedPieces {
  /** Pushes the tokens of a remembered piece; false where it is none. */
  pushKnown(
    bytes: Uint8Array,
    length: number,
    hash: number,
    sink: { push(token: number): void },
  ): boolean;
  /** Remembers a piece that is not yet known. @param tokens at most as many as bytes */
  remember(bytes: Uint8Array, length: number, hash: number, tokens: readonly number[]): void;
}

const SLOTS = 1 << 16;
const MOST_PIECES = SLOTS / 2;
const MOST_BYTES = 1 << 19;

/** An open-addressing table, at most half full; it forgets everything when it is full. About 3 MB. */
export function mergedPieces(): MergedPieces {
  /** Piece + 1 of each slot; 0: none. */
  const slots = new Uint16Array(SLOTS);
  const hashes = new Int32Array(MOST_PIECES);
  /** Where the bytes and the tokens of each piece start; the next piece's are where they end. */
  const byteStarts = new Uint32Array(MOST_PIECES + 1);
  const tokenStarts = new Uint32Array(MOST_PIECES + 1);
  const bytesOfAll = new Uint8Array(MOST_BYTES);
  const tokensOfAll = new Uint32Array(MOST_BYTES);
  let pieces = 0;

  const isPiece = (piece: number, bytes: Uint8Array, length: number, hash: number): boolean => {
    const start = byteStarts[piece]!;
    if (hashes[piece] !== hash || byteStarts[piece + 1]! - start !== length) return false;
    let index = 0;
    while (index < length && bytesOfAll[start + index] === bytes[index]) index++;
    return index === length;
  };
  const slotOf = (bytes: Uint8Array, length: number, hash: number): number => {
    let slot = hash >>> 16;
    while (slots[slot] !== 0 && !isPiece(slots[slot]! - 1, bytes, length, hash)) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  };

  return {
    pushKnown(bytes, length, hash, sink) {
      const piece = slots[slotOf(bytes, length, hash)]! - 1;
      if (piece < 0) return false;
      const end = tokenStarts[piece + 1]!;
      for (let at = tokenStarts[piece]!; at < end; at++) sink.push(tokensOfAll[at]!);
      return true;
    },
    remember(bytes, length, hash, tokens) {
      if (length > MOST_BYTES) return;
      if (pieces === MOST_PIECES || byteStarts[pieces]! + length > MOST_BYTES) {
        slots.fill(0);
        pieces = 0;
      }
      slots[slotOf(bytes, length, hash)] = pieces + 1;
      hashes[pieces] = hash;
      bytesOfAll.set(bytes.subarray(0, length), byteStarts[pieces]);
      tokensOfAll.set(tokens, tokenStarts[pieces]);
      byteStarts[pieces + 1] = byteStarts[pieces]! + length;
      tokenStarts[pieces + 1] = tokenStarts[pieces]! + tokens.length;
      pieces++;
    },
  };
}
