import { describe, expect, it } from 'vitest';
import { duplicateClusters } from '../../../../src/metrics/flags/duplicateClusters.ts';
import type { SimilarPairs } from '../../../../src/metrics/flags/fuzzyJoin.ts';

const similar = (
  equalSets: number[][],
  pairs: readonly (readonly [number, number, number])[],
): SimilarPairs => ({
  equalSets,
  first: Uint32Array.from(pairs, ([first]) => first),
  second: Uint32Array.from(pairs, ([, second]) => second),
  similarity: Float64Array.from(pairs, ([, , similarity]) => similarity),
  complete: true,
});

describe('duplicateClusters', () => {
  it('is empty without duplicates', () => {
    expect(duplicateClusters(3, [], similar([], []))).toEqual({
      exactClusters: [],
      fuzzyClusters: [],
    });
  });

  it('gives rows of equal text an exact cluster and no fuzzy one', () => {
    const clusters = duplicateClusters(4, [[0, 2]], similar([[0, 2]], []));
    expect(clusters.exactClusters).toEqual([{ rows: [0, 2] }]);
    expect(clusters.fuzzyClusters).toEqual([]);
  });

  it('links different texts of equal shingles with similarity 1, once for each text', () => {
    // Rows 0 and 3 have equal text, as have 1 and 4; all five have equal shingles.
    const groups = [
      [0, 3],
      [1, 4],
    ];
    const { fuzzyClusters } = duplicateClusters(5, groups, similar([[0, 1, 2, 3, 4]], []));
    expect(fuzzyClusters).toEqual([
      {
        rows: [0, 1, 2, 3, 4],
        similarity: 1,
        pairs: [
          { rows: [0, 1], similarity: 1 },
          { rows: [0, 2], similarity: 1 },
        ],
      },
    ]);
  });

  it('takes in exact copies of a member, and says the lowest similarity that links', () => {
    const clusters = duplicateClusters(
      6,
      [[1, 5]],
      similar(
        [[1, 5]],
        [
          [0, 1, 0.8],
          [1, 3, 0.95],
        ],
      ),
    );
    expect(clusters.exactClusters).toEqual([{ rows: [1, 5] }]);
    expect(clusters.fuzzyClusters).toEqual([
      {
        rows: [0, 1, 3, 5],
        similarity: 0.8,
        pairs: [
          { rows: [1, 3], similarity: 0.95 },
          { rows: [0, 1], similarity: 0.8 },
        ],
      },
    ]);
  });

  it('orders clusters by size, then by first row', () => {
    const groups = [
      [4, 5],
      [6, 7, 8],
      [2, 3],
    ];
    const { exactClusters } = duplicateClusters(9, groups, similar([], []));
    expect(exactClusters.map(({ rows }) => rows[0])).toEqual([6, 2, 4]);
    expect(groups[0]).toEqual([4, 5]);
  });

  it('keeps the hundred most similar pairs, and the lowest similarity of all', () => {
    const chain = Array.from({ length: 200 }, (_, at) => [at, at + 1, 0.7 + at / 1000] as const);
    const [cluster] = duplicateClusters(201, [], similar([], chain)).fuzzyClusters;
    expect(cluster!.rows).toHaveLength(201);
    expect(cluster!.pairs).toHaveLength(100);
    expect(cluster!.pairs[0]).toEqual({ rows: [199, 200], similarity: 0.7 + 199 / 1000 });
    expect(cluster!.similarity).toBe(0.7);
  });
});
