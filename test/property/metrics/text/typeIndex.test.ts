import fc from 'fast-check';
import { expect, it } from 'vitest';
import { typeIndex } from '../../../../src/metrics/text/typeIndex.ts';

it.each([
  ['small values, by table', 100],
  ['any values, by sorting', 0xffff_ffff],
])('typeIndex gives back every token from its type: %s', (_, max) => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max })), (tokens) => {
      const values = Uint32Array.from(tokens);
      const { types, ids } = typeIndex(values);
      expect([...types]).toEqual([...new Set(tokens)].sort((a, b) => a - b));
      expect(Array.from(ids, (id) => types[id])).toEqual(tokens);
      expect([...values]).toEqual(tokens);
    }),
  );
});
