import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualPieces } from '../../../../src/metrics/text/usualPieces.ts';

// Few hashes, so that pieces share a line, and one of their two hashes.
const hash = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer());
const piece = fc.record({
  hash,
  otherHash: hash,
  tokens: fc.array(fc.nat(0x3ffff), { maxLength: 5 }),
});

function known(pieces: ReturnType<typeof usualPieces>, hash: number, otherHash: number) {
  const tokens: number[] = [];
  return pieces.pushKnown(hash, otherHash, tokens) ? tokens : undefined;
}

test('what is known of a piece is what was kept last, if anything', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (asked) => {
      const pieces = usualPieces();
      const truth = new Map<string, readonly number[]>();
      for (const { hash, otherHash, tokens } of asked) {
        const key = `${hash} ${otherHash}`;
        const found = known(pieces, hash, otherHash);
        if (found) expect(found).toEqual(truth.get(key));
        else pieces.keep(hash, otherHash, tokens);
        if (!found && tokens.length > 0 && tokens.length <= 3) {
          truth.set(key, tokens);
          expect(known(pieces, hash, otherHash)).toEqual(tokens);
        }
      }
    }),
  );
});

test('four pieces share a line, a fifth takes the place of the oldest one', () => {
  const pieces = usualPieces();
  for (const piece of [1, 2, 3, 4, 5]) pieces.keep(piece, piece, [piece]);
  expect([1, 2, 3, 4, 5].map((piece) => known(pieces, piece, piece))).toEqual([
    undefined,
    [2],
    [3],
    [4],
    [5],
  ]);
});

test('nothing is known of any piece before it is kept, nor of one with many tokens', () => {
  const pieces = usualPieces();
  expect(known(pieces, 0, 0)).toBeUndefined();
  pieces.keep(7, 7, [1, 2, 3, 4]);
  expect(known(pieces, 7, 7)).toBeUndefined();
  pieces.keep(7, 7, [1, 2, 3]);
  expect(known(pieces, 7, 7)).toEqual([1, 2, 3]);
});
