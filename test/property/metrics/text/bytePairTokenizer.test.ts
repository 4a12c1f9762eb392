import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import * as cl100k from 'gpt-tokenizer/encoding/cl100k_base';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import {
  CL100K_TOKEN_SPLIT_REGEX,
  O200K_TOKEN_SPLIT_REGEX,
} from 'gpt-tokenizer/encodingParams/constants';
import { describe, expect, it } from 'vitest';
import {
  cl100kPieceEnd,
  o200kPieceEnd,
  type PieceEnd,
} from '../../../../src/metrics/text/bytePairPieces.ts';
import { createBytePairTokenizer } from '../../../../src/metrics/text/bytePairTokenizer.ts';
import { bytePairTable } from '../../../support/bytePairTable.ts';

const sharedData = fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const tokenizer = createBytePairTokenizer(bytePairTable('o200k_base'));
const cl100kTokenizer = createBytePairTokenizer(bytePairTable('cl100k_base'));

function tokensOf(text: string, by = tokenizer): number[] {
  const tokens: number[] = [];
  by.encodeInto(text, tokens);
  return tokens;
}

/** gpt-tokenizer's own encoding; special tokens as ordinary text. */
const expectedTokens = (text: string) => encode(text, { disallowedSpecial: new Set() });

function piecesOf(text: string, pieceEnd: PieceEnd): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

/** Characters of every class that the split pattern tells apart, so that their neighbourhoods all occur. */
const hardCharacter = fc.constantFrom(
  ...[' ', ' ', '\n', '\r', '\t', '\u3000', '/', "'", 's', 'l', 'L', 'v', 'E', 'e', 'R', 'T', 'a'],
  ...['A', 'Z', '1', '2', '٣', '½', '.', ',', '<|', '中', 'の', 'ü', 'É', 'Ǆ', 'ǅ', 'ʰ', 'ª', 'ก'],
  ...['\u0301', '\u093f', '😀', '𝒜', '𠀀', '🏽', '\u200d', '\0', '\u0085', '𝟘', '\ud83d', '\udc00'],
);
const hardText = fc.array(hardCharacter, { maxLength: 40 }).map((units) => units.join(''));
const anyText = fc.oneof(
  hardText,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

describe('bytePairTokenizer', () => {
  it('cuts any text as the split pattern does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const wellFormed = text.toWellFormed();
        expect(piecesOf(wellFormed, o200kPieceEnd)).toEqual(
          wellFormed.match(O200K_TOKEN_SPLIT_REGEX) ?? [],
        );
        expect(piecesOf(wellFormed, cl100kPieceEnd)).toEqual(
          wellFormed.match(CL100K_TOKEN_SPLIT_REGEX) ?? [],
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the tokens of gpt-tokenizer for any text without U+FEFF', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!text.includes('\uFEFF'));
        expect(tokensOf(text)).toEqual(expectedTokens(text.toWellFormed()));
        expect(tokensOf(text, cl100kTokenizer)).toEqual(
          cl100k.encode(text.toWellFormed(), { disallowedSpecial: new Set() }),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the same tokens whether a piece is short or long', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{100,300}$/), (letters) => {
        expect(tokensOf(letters)).toEqual(expectedTokens(letters));
      }),
      { numRuns: 100 },
    );
  });

  it
    .skipIf(!existsSync(sharedData))
    .each(['dolly-3k', 'gsm8k-test', 'oasst-zh', 'japanese-mt-bench', 'toolcall-en', 'c4'])(
    'gives the tokens of gpt-tokenizer for %s (needs ../shared/data)',
    { tags: 'slow' },
    (name) => {
      const lines = readFileSync(`${sharedData}/${name}.jsonl`, 'utf8').split('\n').slice(0, 400);
      for (const line of lines) expect(tokensOf(line)).toEqual(expectedTokens(line));
    },
  );
});
