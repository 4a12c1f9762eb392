import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addVector, createVectorAdder } from '../../../../src/metrics/embed/vectorAdder.ts';

const pairs = fc.integer({ min: 0, max: 9 }).chain((n) => {
  const vector = fc.array(fc.float(), { minLength: 4 * n, maxLength: 4 * n });
  return fc.array(fc.tuple(vector, vector), { minLength: 1, maxLength: 3 });
});

test('the compiled sum of vectors equals its plain twin bit for bit, one pair after the other', () => {
  fc.assert(
    fc.property(pairs, (pairs) => {
      const add = createVectorAdder(pairs[0]![0].length);
      for (const [sum, vector] of pairs) {
        const [compiled, plain] = [Float32Array.from(sum), Float32Array.from(sum)];
        add(compiled, Float32Array.from(vector));
        addVector(plain, Float32Array.from(vector));
        expect(compiled).toEqual(plain);
      }
    }),
  );
});

test('the vector that is added stays as it was', () => {
  const [sum, vector] = [Float32Array.of(1, 2, 3, 4), Float32Array.of(10, 20, 30, 40)];
  createVectorAdder(4)(sum, vector);
  expect(Array.from(sum)).toEqual([11, 22, 33, 44]);
  expect(Array.from(vector)).toEqual([10, 20, 30, 40]);
});
