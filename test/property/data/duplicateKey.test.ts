import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDuplicateKey } from '../../../src/data/duplicateKey.ts';

const value = fc.jsonValue();
const key = fc.constantFrom('a', 'b', '"', '\\', ':', '__proto__', 'é', '');

/** Objects written key by key, so that a key may be written twice. */
const object = fc.array(fc.tuple(key, value), { maxLength: 5 });

test('a key is told exactly where it is written twice in the same object', () => {
  fc.assert(
    fc.property(object, object, fc.constantFrom('', ' '), (inner, outer, space) => {
      const write = (pairs: readonly (readonly [string, string])[]) =>
        `{${pairs.map(([name, json]) => `${JSON.stringify(name)}${space}:${space}${json}`).join()}}`;
      const texts = (pairs: readonly (readonly [string, unknown])[]) =>
        pairs.map(([name, item]) => [name, JSON.stringify(item)] as const);
      const text = write([...texts(outer), ['inner', write(texts(inner))]]);

      const found = findDuplicateKey(text, JSON.parse(text));
      const repeated = [outer, inner].flatMap((pairs) => {
        const names = pairs.map(([name]) => name);
        return names.filter((name, index) => names.indexOf(name) !== index);
      });
      if (repeated.length === 0) expect(found).toBeUndefined();
      else expect(repeated).toContain(found);
    }),
    { numRuns: 500 },
  );
});
