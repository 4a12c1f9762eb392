import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createPlainVectorHalves,
  createVectorHalves,
} from '../../../../src/metrics/embed/vectorHalves.ts';

const integer = fc.oneof(fc.constant(0), fc.integer());
const unit = fc.double({ min: 1e-9, max: 1, noNaN: true });

test('the compiled halves equal their plain twin bit for bit, one vector after the other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }).map((n) => 4 * n),
      fc.array(fc.tuple(fc.boolean(), fc.array(integer, { maxLength: 36 }), unit), {
        maxLength: 8,
      }),
      fc.double({ min: 0.1, max: 3, noNaN: true }),
      (columns, additions, ratio) => {
        const both = [createVectorHalves(columns), createPlainVectorHalves(columns)];
        const targets = both.map(() => new Float32Array(2 * columns).fill(0.1));
        for (let vector = 0; vector < 2; vector++) {
          both.forEach(({ first, second, moveTo }, which) => {
            for (const [isFirst, integers, unit] of additions) {
              const half = isFirst ? first : second;
              half.integers.fill(vector).set(integers.slice(0, columns));
              half.addScaled(unit);
            }
            moveTo(targets[which]!, ratio);
            expect(first.sum).toEqual(new Float64Array(columns));
            expect(second.sum).toEqual(new Float64Array(columns));
          });
          expect(targets[0]).toEqual(targets[1]);
        }
      },
    ),
  );
});

test('the first half gets a multiple of the length of the second', () => {
  for (const { first, second, moveTo } of [createVectorHalves(4), createPlainVectorHalves(4)]) {
    first.sum.set([3, 0, 4, 0]);
    second.sum.set([0, 1, 0, 0]);
    const target = new Float32Array(8).fill(1);
    moveTo(target, 10);
    expect(Array.from(target)).toEqual([7, 1, 9, 1, 1, 2, 1, 1]);
  }
});

test('a half without length is left out', () => {
  const { second, moveTo } = createVectorHalves(4);
  second.sum.fill(2);
  const target = new Float32Array(8);
  moveTo(target, 10);
  expect(Array.from(target)).toEqual([0, 0, 0, 0, 2, 2, 2, 2]);
});
