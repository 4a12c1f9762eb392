import { expect, test } from 'vitest';
import { quantizeRow } from '../../../../src/metrics/embed/quantizeRow.ts';
import { cosine } from './builtInTable.ts';

test('the largest magnitude becomes 127 and the others keep their proportion', () => {
  const values = new Int8Array(6).fill(9);
  const inverseNorm = quantizeRow(Float32Array.of(1, -2, 0, 0.5), values, 1);
  expect(Array.from(values)).toEqual([9, 64, -127, 0, 32, 9]);
  // √(64² + 127² + 32²)
  expect(inverseNorm).toBeCloseTo(1 / Math.sqrt(4096 + 16_129 + 1024), 12);
});

test('a zero row has the inverse norm 0 and overwrites what was there', () => {
  const values = new Int8Array(4).fill(5);
  expect(quantizeRow(new Float32Array(4), values, 0)).toBe(0);
  expect(Array.from(values)).toEqual([0, 0, 0, 0]);
});

test('tiny and huge vectors have the direction they had', () => {
  for (const factor of [1e-30, 1e30]) {
    const source = Float32Array.of(3, -1, 2, 0.1).map((value) => value * factor);
    const values = new Int8Array(4);
    quantizeRow(source, values, 0);
    expect(Array.from(values)).toEqual([127, -42, 85, 4]);
  }
});

test('256 steps keep the cosine above 0.9998', () => {
  const source = Float32Array.from({ length: 512 }, (_, i) => Math.sin(i * i));
  const values = new Int8Array(512);
  quantizeRow(source, values, 0);
  expect(cosine(source, Float32Array.from(values))).toBeGreaterThan(0.9998);
});

test('a row that does not fit, or is not finite, is the caller’s mistake', () => {
  expect(() => quantizeRow(new Float32Array(4), new Int8Array(6), 3)).toThrow(RangeError);
  expect(() => quantizeRow(new Float32Array(4), new Int8Array(6), -1)).toThrow(RangeError);
  expect(() => quantizeRow(Float32Array.of(1, Number.NaN), new Int8Array(2), 0)).toThrow(
    new RangeError('got NaN, expected a finite vector'),
  );
});
