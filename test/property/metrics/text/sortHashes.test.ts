import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHashSort } from '../../../../src/metrics/text/sortHashes.ts';

const anyHash = fc.oneof(fc.nat({ max: 0xffff_ffff }), fc.constantFrom(0, 1, 7, 0xffff_ffff));
const someHashes = fc.oneof(
  fc.array(anyHash, { maxLength: 80 }),
  fc.array(anyHash, { minLength: 1000, maxLength: 1100 }),
);

describe('createHashSort', () => {
  it('sorts the first hashes, and no others, as TypedArray does', () => {
    const sort = createHashSort();
    fc.assert(
      fc.property(someHashes, fc.array(anyHash, { maxLength: 3 }), (first, rest) => {
        const hashes = Uint32Array.from([...first, ...rest]);
        sort(hashes, first.length);
        expect(hashes.subarray(0, first.length)).toEqual(Uint32Array.from(first).sort());
        expect([...hashes.subarray(first.length)]).toEqual(rest);
      }),
    );
  });
});
