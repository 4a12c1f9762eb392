import type { BytePairEncoding } from './bytePairEncoding.ts';
import { cl100kPieceEnd, o200kPieceEnd, type PieceEnd } from './bytePairPieces.ts';

/** What a byte-pair encoding consists of. */
export interface BytePairTable {
  readonly encoding: BytePairEncoding;
  /** Text of each token by its number, or its bytes where they are no valid UTF-8. */
  readonly tokens: readonly (string | readonly number[])[];
  readonly pieceEnd: PieceEnd;
}

/** The table of an encoding, from the package gpt-tokenizer; the others are not evaluated, which would take memory. */
export async function loadBytePairTable(encoding: BytePairEncoding): Promise<BytePairTable> {
  switch (encoding) {
    case 'o200k_base': {
      const { default: tokens } = await import('gpt-tokenizer/bpeRanks/o200k_base');
      return { encoding, tokens, pieceEnd: o200kPieceEnd };
    }
    case 'cl100k_base': {
      const { default: tokens } = await import('gpt-tokenizer/bpeRanks/cl100k_base');
      return { encoding, tokens, pieceEnd: cl100kPieceEnd };
    }
  }
}
