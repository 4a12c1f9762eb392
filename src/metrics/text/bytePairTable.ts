import type { BytePairEncoding } from './bytePairEncoding.ts';
import { cl100kPieceEnd, o200kPieceEnd, type PieceEnd } from './bytePairPieces.ts';

/** What a byte-pair encoding consists of. */
export interface BytePairTable {
  readonly encoding: BytePairEncoding;
  /** The bytes of all tokens: token t has bytes[starts[t]] … bytes[starts[t + 1] − 1]. */
  readonly bytes: Uint8Array;
  /** [tokens + 1] */
  readonly starts: Uint32Array;
  readonly pieceEnd: PieceEnd;
}

const PIECE_ENDS: Readonly<Record<BytePairEncoding, PieceEnd>> = {
  o200k_base: o200kPieceEnd,
  cl100k_base: cl100kPieceEnd,
};
const COUNT_BYTES = 4;

/**
 * Reads the table of an encoding as `scripts/make-byte-pair-tables.mjs` writes it.
 * @param file the content of media/bytePairs/ENCODING.bin; kept, not copied
 * @throws RangeError for anything else
 */
export function readBytePairTable(encoding: BytePairEncoding, file: Uint8Array): BytePairTable {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tokens = file.length < COUNT_BYTES ? 0 : view.getUint32(0, true);
  const bytes = file.subarray(COUNT_BYTES + tokens);
  const starts = new Uint32Array(tokens + 1);
  for (let token = 0; token < tokens; token++) {
    starts[token + 1] = starts[token]! + (file[COUNT_BYTES + token] ?? 0);
  }
  if (tokens === 0 || starts[tokens] !== bytes.length) {
    throw new RangeError(`got ${file.length} bytes, expected a table of byte pairs`);
  }
  return { encoding, bytes, starts, pieceEnd: PIECE_ENDS[encoding] };
}
