import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { O200K_TOKEN_SPLIT_REGEX } from 'gpt-tokenizer/encodingParams/constants';
import { describe, expect, it } from 'vitest';
import { pieceEnd } from '../../../../src/metrics/text/bytePairPieces.ts';
import { createBytePairTokenizer } from '../../../../src/metrics/text/bytePairTokenizer.ts';

const sharedData = fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const tokenizer = createBytePairTokenizer();

function tokensOf(text: string): number[] {
  const tokens: number[] = [];
  tokenizer.encodeInto(text, tokens);
  return tokens;
}

/** gpt-tokenizer's own encoding; special tokens as ordinary text. */
const expectedTokens = (text: string) => encode(text, { disallowedSpecial: new Set() });

function piecesOf(text: string): string[] {
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
        expect(piecesOf(wellFormed)).toEqual(wellFormed.match(O200K_TOKEN_SPLIT_REGEX) ?? []);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the tokens of gpt-tokenizer for any text without U+FEFF', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!text.includes('\uFEFF'));
        expect(tokensOf(text)).toEqual(expectedTokens(text.toWellFormed()));
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
    (name) => {
      const lines = readFileSync(`${sharedData}/${name}.jsonl`, 'utf8').split('\n').slice(0, 400);
      for (const line of lines) expect(tokensOf(line)).toEqual(expectedTokens(line));
    },
  );
});
