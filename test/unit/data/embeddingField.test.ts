import { describe, expect, it } from 'vitest';
import { findEmbeddingField, readEmbedding } from '../../../src/data/embeddingField.ts';

describe('a field with embeddings', () => {
  it('has vectors of the length that most rows have', () => {
    const sample = [{ e: [1, 2, 3] }, { e: [4, 5, 6] }, { e: [1, 2] }, { e: 'text' }, {}];
    expect(findEmbeddingField(sample, 'e')).toEqual({ path: 'e', dimensions: 3 });
    expect(findEmbeddingField([{ a: { e: [[1, 2]] } }], 'a.e.0')?.dimensions).toBe(2);
  });

  it('is none where no row has numbers in it', () => {
    const strange = [[], ['1'], [1, null], [1, Infinity], Array<number>(4_097).fill(1), 'x', 3];
    expect(
      findEmbeddingField(
        strange.map((e) => ({ e })),
        'e',
      ),
    ).toBeUndefined();
  });

  it.each([
    [{ e: [1, 2] }, '2 numbers'],
    [{ e: [1, 2, '3'] }, 'a list that is no vector'],
    [{ e: 'x' }, 'a string'],
    [{ e: null }, 'null'],
    [{ e: {} }, 'an object'],
    [{}, 'nothing'],
    [{ e: [1, -1e39, 2] }, 'a number beyond 3.4e38'],
    [{ e: [0, 0, -0] }, 'zeros only'],
    [{ e: [0, 1e-320, 0] }, 'zeros only'],
  ])('says what stands in place of a vector: %j', (record, found) => {
    expect(readEmbedding(record, { path: 'e', dimensions: 3 })).toBe(
      `Expected 3 numbers in the field "e", found ${found}.`,
    );
  });

  it('gives the numbers of a row that has them', () => {
    expect(readEmbedding({ e: [3.4e38, 0, 0] }, { path: 'e', dimensions: 3 })).toEqual([
      3.4e38, 0, 0,
    ]);
    expect(readEmbedding({ e: [1, -2, 0.5] }, { path: 'e', dimensions: 3 })).toEqual([1, -2, 0.5]);
  });
});
