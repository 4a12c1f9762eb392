import type { BytePairEncoding } from './bytePairEncoding.ts';
import { bytePairMerger } from './bytePairMerge.ts';
import { bytePairVocabulary } from './bytePairVocabulary.ts';
import type { BytePairTable } from './loadBytePairTable.ts';
import { readUtf8, writeUtf8 } from './utf8.ts';

export interface BytePairTokenizer {
  readonly encoding: BytePairEncoding;
  /** Ordinary tokens of the encoding. */
  readonly vocabularySize: number;
  /** Pushes the tokens of a text, numbers in [0, vocabularySize), in order. */
  encodeInto(text: string, sink: { push(token: number): void }): void;
  /** The text of a token; bytes that are no whole character read as U+FFFD. */
  decodeToken(token: number): string;
  /** Bytes of a token in UTF-8. */
  tokenBytes(token: number): number;
}

const USUAL_PIECE_BYTES = 1 << 16;
/** Shorter than what V8 slices without copying: a longer key would keep the whole text of its row alive. */
const REMEMBERED_PIECE_LENGTH = 12;
const REMEMBERED_PIECES = 1 << 15;

/**
 * A byte-pair tokenizer: o200k_base is that of GPT-4o and its successors, cl100k_base that of GPT-4 and GPT-3.5.
 * Text that looks like a special token (`<|endoftext|>`) counts as ordinary text; a lone surrogate counts as U+FFFD.
 *
 * Some 25 MB/s of English per core; near-linear for any text, megabytes of one letter included. Each tokenizer holds
 * about 6 MB beside the package's table.
 * @see Sennrich et al. (2016), doi:10.18653/v1/P16-1162; `encode` of gpt-tokenizer 4.0.0, which gives the same tokens for
 * every text without U+FEFF: that character it loses when it merges bytes, where this follows OpenAI's tiktoken.
 */
export function createBytePairTokenizer({
  encoding,
  tokens,
  pieceEnd,
}: BytePairTable): BytePairTokenizer {
  const vocabulary = bytePairVocabulary(tokens);
  const merge = bytePairMerger(vocabulary);
  const usualBytes = new Uint8Array(USUAL_PIECE_BYTES);
  const remembered = new Map<string, readonly number[]>();

  const mergedTokens = (piece: string, bytes: Uint8Array, length: number) => {
    let tokensOfPiece = remembered.get(piece);
    if (tokensOfPiece === undefined) {
      const merged: number[] = [];
      merge(bytes, length, merged);
      if (remembered.size === REMEMBERED_PIECES) remembered.clear();
      remembered.set(piece, merged);
      tokensOfPiece = merged;
    }
    return tokensOfPiece;
  };
  const contentOf = (token: number) => {
    const content = tokens[token];
    if (content !== undefined) return content;
    throw new RangeError(`got token ${token}, expected an integer in [0, ${tokens.length})`);
  };
  return {
    encoding,
    vocabularySize: tokens.length,
    encodeInto(text, sink) {
      for (let start = 0; start < text.length;) {
        const end = pieceEnd(text, start);
        const room = 3 * (end - start);
        const bytes = room <= USUAL_PIECE_BYTES ? usualBytes : new Uint8Array(room);
        const length = writeUtf8(text, start, end, bytes, 0);
        const token = vocabulary.find(bytes, 0, length);
        if (token >= 0) sink.push(token);
        else if (end - start > REMEMBERED_PIECE_LENGTH) merge(bytes, length, sink);
        else
          for (const part of mergedTokens(text.slice(start, end), bytes, length)) sink.push(part);
        start = end;
      }
    },
    decodeToken(token) {
      const content = contentOf(token);
      return typeof content === 'string' ? content : readUtf8(content);
    },
    tokenBytes(token) {
      const content = contentOf(token);
      if (typeof content !== 'string') return content.length;
      return writeUtf8(content, 0, content.length, usualBytes, 0);
    },
  };
}
