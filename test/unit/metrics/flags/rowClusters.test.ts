import { describe, expect, it } from 'vitest';
import type { SimilarPairs } from '../../../../src/metrics/flags/fuzzyJoin.ts';
import { linkingPairs } from '../../../../src/metrics/flags/linkingPairs.ts';
import { rowClusters } from '../../../../src/metrics/flags/rowClusters.ts';

type Pair = readonly [number, number, number];

const similar = (equalSets: number[][], pairs: readonly Pair[]): SimilarPairs => ({
  equalSets,
  first: Uint32Array.from(pairs, ([first]) => first),
  second: Uint32Array.from(pairs, ([, second]) => second),
  similarity: Float64Array.from(pairs, ([, , similarity]) => similarity),
  complete: true,
  givenUp: false,
});

const firstRows = (rows: number, groups: readonly (readonly number[])[]) => {
  const first = Int32Array.from({ length: rows }, (_, row) => row);
  for (const group of groups) for (const row of group) first[row] = group[0]!;
  return first;
};

const clustersOf = (rows: number, groups: number[][], pairs: SimilarPairs, threshold = 0) => {
  const links = linkingPairs(pairs, firstRows(rows, groups));
  return rowClusters(rows, groups, links, (pair) => links.similarity[pair]! >= threshold);
};

describe('rowClusters', () => {
  it('is empty without duplicates', () => {
    expect(clustersOf(3, [], similar([], []))).toEqual([]);
  });

  it('makes no cluster of rows of equal text alone', () => {
    expect(clustersOf(4, [[0, 2]], similar([[0, 2]], []))).toEqual([]);
  });

  it('links different texts of equal shingles with similarity 1, once for each text', () => {
    // Rows 0 and 3 have equal text, as have 1 and 4; all five have equal shingles.
    const groups = [
      [0, 3],
      [1, 4],
    ];
    expect(clustersOf(5, groups, similar([[0, 1, 2, 3, 4]], []))).toEqual([
      {
        rows: [0, 1, 2, 3, 4],
        similarity: 1,
        meanSimilarity: 1,
        pairs: [
          { rows: [0, 1], similarity: 1 },
          { rows: [0, 2], similarity: 1 },
        ],
      },
    ]);
  });

  it('takes in exact copies of a member, and says the lowest and the mean similarity that link', () => {
    const pairs: Pair[] = [
      [0, 1, 0.75],
      [1, 3, 0.875],
    ];
    expect(clustersOf(6, [[1, 5]], similar([[1, 5]], pairs))).toEqual([
      {
        rows: [0, 1, 3, 5],
        similarity: 0.75,
        meanSimilarity: 0.8125,
        pairs: [
          { rows: [1, 3], similarity: 0.875 },
          { rows: [0, 1], similarity: 0.75 },
        ],
      },
    ]);
  });

  it('links by the admitted pairs only', () => {
    const pairs: Pair[] = [
      [0, 1, 0.75],
      [1, 3, 0.875],
    ];
    expect(clustersOf(4, [], similar([], pairs), 0.8)).toMatchObject([{ rows: [1, 3] }]);
    expect(clustersOf(4, [], similar([], pairs), 0.9)).toEqual([]);
  });

  it('does not link a text to itself where texts are equal though their shingles are not', () => {
    expect(clustersOf(3, [[0, 2]], similar([], [[0, 2, 0.6]]))).toEqual([]);
    expect(clustersOf(3, [[0, 2]], similar([], [[1, 2, 0.6]]))).toMatchObject([
      { rows: [0, 1, 2], pairs: [{ rows: [0, 1], similarity: 0.6 }] },
    ]);
  });

  it('orders clusters by size, then by first row', () => {
    const pairs: Pair[] = [
      [4, 5, 0.9],
      [6, 7, 0.9],
      [7, 8, 0.9],
      [2, 3, 0.9],
    ];
    expect(clustersOf(9, [], similar([], pairs)).map(({ rows }) => rows[0])).toEqual([6, 2, 4]);
  });

  it('keeps the hundred most similar pairs, and the lowest similarity of all', () => {
    const chain = Array.from({ length: 200 }, (_, at) => [at, at + 1, 0.7 + at / 1000] as const);
    const [cluster] = clustersOf(201, [], similar([], chain));
    expect(cluster!.rows).toHaveLength(201);
    expect(cluster!.pairs).toHaveLength(100);
    expect(cluster!.pairs[0]).toEqual({ rows: [199, 200], similarity: 0.7 + 199 / 1000 });
    expect(cluster!.similarity).toBe(0.7);
  });
});
