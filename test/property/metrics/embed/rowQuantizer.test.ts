import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantizeRow } from '../../../../src/metrics/embed/quantizeRow.ts';
import { createRowQuantizer } from '../../../../src/metrics/embed/rowQuantizer.ts';

const value = fc.oneof(
  fc.float({ noDefaultInfinity: true, noNaN: true }),
  fc.float({ noNaN: true, min: -2, max: 2 }),
  // What falls on a half after scaling by 127 / 127.
  fc.integer({ min: -254, max: 254 }).map((half) => half / 2),
);
const vectors = fc.array(
  fc.array(value, { maxLength: 70 }).map((values) => Float32Array.from(values)),
  { minLength: 1, maxLength: 4 },
);

test('the compiled quantiser equals its plain twin bit for bit, one row after the other', () => {
  fc.assert(
    fc.property(vectors, fc.nat(5), (rows, offset) => {
      const quantize = createRowQuantizer();
      for (const row of rows) {
        const compiled = new Int8Array(row.length + 10).fill(7);
        const plain = compiled.slice();
        const inverseNorm = quantize(row, compiled, offset);
        expect(inverseNorm).toBe(quantizeRow(row, plain, offset));
        expect(compiled).toEqual(plain);
      }
    }),
  );
});

test('a halved 127 is rounded away from zero, as by the twin', () => {
  const row = Float32Array.of(127, 0.5, -0.5, 1.5, -1.5, 126.5);
  const values = new Int8Array(6);
  createRowQuantizer()(row, values, 0);
  expect(Array.from(values)).toEqual([127, 1, -1, 2, -2, 127]);
});

test('the caller’s mistakes are refused as by the twin', () => {
  const quantize = createRowQuantizer();
  expect(() => quantize(new Float32Array(4), new Int8Array(6), 3)).toThrow(RangeError);
  for (const strange of [Number.NaN, Infinity]) {
    expect(() => quantize(Float32Array.of(1, 2, 3, strange), new Int8Array(4), 0)).toThrow(
      new RangeError(`got ${strange}, expected a finite vector`),
    );
  }
});
