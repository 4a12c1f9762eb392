import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantizeRow } from '../../../../src/metrics/embed/quantizeRow.ts';
import { readGlosses } from '../../../../src/engine/loadEmbeddingTable.ts';
import { createStaticEmbedder } from '../../../../src/metrics/embed/staticEmbedder.ts';
import { builtInTable, cosine, embed } from '../../../unit/metrics/embed/builtInTable.ts';

const words = fc.array(
  fc.constantFrom(
    'order',
    'refund',
    'the',
    'unaffable',
    '42',
    'naïve',
    '東京',
    '猫',
    '😀',
    ';',
    'привет',
  ),
  { minLength: 2, maxLength: 30 },
);
const anyText = fc.string({ unit: 'binary', maxLength: 200 });

test('the order of words does not matter, but for rounding', () => {
  fc.assert(
    fc.property(words, fc.integer(), (list, by) => {
      const turned = list.map((_, i) => list.at((i + by) % list.length)!);
      expect(cosine(embed(list.join(' ')), embed(turned.join(' ')))).toBeGreaterThan(1 - 1e-6);
    }),
  );
});

test('a text said twice points where it did, and is no shorter', () => {
  fc.assert(
    fc.property(words, (list) => {
      const once = embed(list.join(' '));
      const twice = embed([...list, ...list].join(' '));
      expect(cosine(once, twice)).toBeGreaterThan(0.95);
      expect(Math.hypot(...twice)).toBeGreaterThanOrEqual(Math.hypot(...once));
    }),
  );
});

test('any text has a finite vector, the same from every embedder', () => {
  const other = createStaticEmbedder(builtInTable, readGlosses);
  fc.assert(
    fc.property(anyText, (text) => {
      const vector = embed(text);
      expect(vector.every(Number.isFinite)).toBe(true);
      const again = new Float32Array(512);
      other.addTo(text, again);
      expect(again).toEqual(vector);
    }),
  );
});

test('the static half is √(.65 / .35) times as long as the hashed one, or zero', () => {
  fc.assert(
    fc.property(words, (list) => {
      const vector = embed(list.join(' '));
      const staticLength = Math.hypot(...vector.subarray(0, 256));
      const hashedLength = Math.hypot(...vector.subarray(256));
      if (staticLength > 0)
        expect(staticLength / hashedLength).toBeCloseTo(Math.sqrt(0.65 / 0.35), 4);
    }),
  );
});

test('a quantised row keeps its direction and its inverse norm is right', () => {
  fc.assert(
    fc.property(words, (list) => {
      const vector = embed(list.join(' '));
      const values = new Int8Array(512);
      const inverseNorm = quantizeRow(vector, values, 0);
      const row = Float32Array.from(values);
      expect(Math.hypot(...row) * inverseNorm).toBeCloseTo(1, 6);
      expect(cosine(row, vector)).toBeGreaterThan(0.999);
    }),
  );
});
