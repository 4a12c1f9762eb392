import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashedTokens } from '../../../support/hashedTokens.ts';
import { hashTokens } from '../../../../src/metrics/text/hashTokens.ts';
import { createTokenBuffer } from '../../../../src/metrics/text/tokenBuffer.ts';

/** Each token as it stands in the text, by a regular expression. */
const TOKENS =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]|(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])[\p{L}\p{N}](?:(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])[\p{L}\p{N}\p{M}])*/gu;

const ascii = fc.string({ unit: fc.constantFrom(...Array.from('abYZ09 .\n_\0{~')) });
const mixed = fc.string({
  unit: fc.constantFrom(...Array.from('aZ0 .é\u0301Ωﬁ數カひ𠀀𝐀😀❤\ufe0f\u20e3\u{e0100}\ud800ß')),
});
const someText = fc.oneof(ascii, mixed, fc.string({ unit: 'binary' }));

describe('hashTokens', () => {
  it('finds the tokens that a regular expression finds', () => {
    fc.assert(
      fc.property(fc.oneof(ascii, mixed), (text) => {
        const hashes = new Uint32Array(text.length + 1);
        const bounds = new Uint32Array(2 * hashes.length);
        const count = hashTokens(text, hashes, bounds);
        const found = Array.from({ length: count }, (_, token) =>
          text.slice(bounds[2 * token], bounds[2 * token + 1]),
        );
        expect(found).toEqual(text.match(TOKENS) ?? []);
      }),
    );
  });

  it('gives the first tokens where there is room for no more', () => {
    fc.assert(
      fc.property(mixed, fc.nat({ max: 5 }), (text, room) => {
        const all = new Uint32Array(text.length);
        const count = hashTokens(text, all);
        const first = new Uint32Array(room);
        expect(hashTokens(text, first)).toBe(Math.min(room, count));
        expect(first.subarray(0, count)).toEqual(all.subarray(0, Math.min(room, count)));
      }),
    );
  });
});

describe('createTokenBuffer', () => {
  it('reads of every text what there is of it once normalised, whatever it read before', () => {
    const tokens = createTokenBuffer();
    fc.assert(
      fc.property(someText, (text) => {
        tokens.read(text);
        const normalized = text.normalize('NFKC').toLowerCase();
        const hashes = new Uint32Array(normalized.length);
        const expected = hashes.subarray(0, hashTokens(normalized, hashes));
        expect(tokens.hashes.slice(0, tokens.count)).toEqual(expected);
        expect(hashedTokens(text)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
