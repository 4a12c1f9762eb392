import type { BytePairEncoding } from './bytePairEncoding.ts';
import { bytePairMerger } from './bytePairMerge.ts';
import type { BytePairTable } from './bytePairTable.ts';
import {
  bytePairVocabulary,
  FIRST_HASH,
  hashBytes,
  hashEnd,
  hashStep,
} from './bytePairVocabulary.ts';
import { mergedPieces } from './mergedPieces.ts';
import { otherHashStep, usualPieces } from './usualPieces.ts';
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
/** Longer pieces hardly come again. */
const REMEMBERED_PIECE_BYTES = 32;

/**
 * A byte-pair tokenizer: o200k_base is that of GPT-4o and its successors, cl100k_base that of GPT-4 and GPT-3.5.
 * Text that looks like a special token (`<|endoftext|>`) counts as ordinary text; a lone surrogate counts as U+FFFD.
 *
 * Some 40 MB/s of English per core; near-linear for any text, megabytes of one letter included. Each tokenizer holds
 * about 8 MB beside its table.
 * @see Sennrich et al. (2016), doi:10.18653/v1/P16-1162; `encode` of gpt-tokenizer 4.0.0, which gives the same tokens for
 * every text without U+FEFF: that character it loses when it merges bytes, where this follows OpenAI's tiktoken.
 */
export function createBytePairTokenizer(table: BytePairTable): BytePairTokenizer {
  const { encoding, bytes: bytesOfTokens, starts, pieceEnd } = table;
  const vocabularySize = starts.length - 1;
  const vocabulary = bytePairVocabulary(table);
  const merge = bytePairMerger(vocabulary);
  const remembered = mergedPieces();
  const usual = usualPieces();

  /** Pushes the tokens of the piece in `bytes` that is no single token. */
  const pushParts = (length: number, sink: TokenSink) => {
    if (length > REMEMBERED_PIECE_BYTES) {
      merge(bytes, length, sink);
      return;
    }
    const hash = hashBytes(bytes, 0, length);
    if (remembered.pushKnown(bytes, length, hash, sink)) return;
    const tokens: number[] = [];
    merge(bytes, length, tokens);
    remembered.remember(bytes, length, hash, tokens);
    for (const token of tokens) sink.push(token);
  };
  const usualBytes = new Uint8Array(USUAL_PIECE_BYTES);
  let bytes = usualBytes;
  /** Writes a piece to `bytes`; returns its length there. */
  const writePiece = (text: string, start: number, end: number): number => {
    const room = 3 * (end - start);
    bytes = room <= USUAL_PIECE_BYTES ? usualBytes : new Uint8Array(room);
    return writeUtf8(text, start, end, bytes, 0);
  };
  /** Pushes the tokens of a piece of ASCII that is not among the usual ones yet. */
  const pushNew = (
    text: string,
    start: number,
    end: number,
    hash: number,
    otherHash: number,
    sink: TokenSink,
  ): void => {
    const tokens: number[] = [];
    const token = vocabulary.findAscii(text, start, end, hash);
    if (token >= 0) tokens.push(token);
    else pushParts(writePiece(text, start, end), tokens);
    usual.keep(hash, otherHash, tokens);
    for (const token of tokens) sink.push(token);
  };
  const contentOf = (token: number): Uint8Array => {
    if (Number.isInteger(token) && token >= 0 && token < vocabularySize) {
      return bytesOfTokens.subarray(starts[token], starts[token + 1]);
    }
    throw new RangeError(`got token ${token}, expected an integer in [0, ${vocabularySize})`);
  };
  return {
    encoding,
    vocabularySize,
    encodeInto(text, sink) {
      for (let start = 0; start < text.length;) {
        // Most pieces are small letters of ASCII after a space: they are hashed while their end is looked for.
        let end = start;
        let hash = FIRST_HASH;
        let otherHash = FIRST_HASH;
        if (text.charCodeAt(end) === SPACE) {
          hash = hashStep(hash, SPACE);
          otherHash = otherHashStep(otherHash, SPACE);
          end++;
        }
        const firstLetter = end;
        let unit = SPACE;
        for (; end < text.length; end++) {
          unit = text.charCodeAt(end);
          if (!isSmallLetter(unit)) break;
          hash = hashStep(hash, unit);
          otherHash = otherHashStep(otherHash, unit);
        }
        if (end > firstLetter && (end === text.length || endsWords(unit))) {
          hash = hashEnd(hash);
          if (!usual.pushKnown(hash, otherHash, sink)) {
            pushNew(text, start, end, hash, otherHash, sink);
          }
        } else {
          end = pieceEnd(text, start);
          const length = writePiece(text, start, end);
          const token = vocabulary.find(bytes, 0, length);
          if (token >= 0) sink.push(token);
          else pushParts(length, sink);
        }
        start = end;
      }
    },
    decodeToken: (token) => readUtf8(contentOf(token)),
    tokenBytes: (token) => contentOf(token).length,
  };
}

type TokenSink = { push(token: number): void };

const SPACE = 0x20;
const APOSTROPHE = 0x27;

const isSmallLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/** Whether a word ends before this character in every encoding: what may go on with it is an apostrophe, a letter or a mark. */
const endsWords = (unit: number): boolean =>
  unit < 0x61 ? (unit < 0x41 && unit !== APOSTROPHE) || unit > 0x5a : unit > 0x7a && unit < 0x80;
