import { describe, expect, test } from 'vitest';
import type { EmbeddingMatrix } from '../../../../src/metrics/embed/embeddingMatrix.ts';
import { findTopicGaps } from '../../../../src/metrics/macro/topicGaps.ts';
import { findTopics } from '../../../../src/metrics/macro/topics.ts';
import { clusteredRows, matrixOf } from '../embed/matrixOf.ts';

const DIMENSIONS = 32;
const rowsOf = (matrix: EmbeddingMatrix) =>
  Array.from({ length: matrix.rows }, (_, row) => [
    ...matrix.values.subarray(row * matrix.dimensions, (row + 1) * matrix.dimensions),
  ]);
const unit = (vector: readonly number[]) => {
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
};
const cosine = (a: readonly number[], b: readonly number[]) => {
  const other = unit(b);
  return unit(a).reduce((sum, value, k) => sum + value * other[k]!, 0);
};
const midpointOf = (a: readonly number[], b: readonly number[]) => {
  const other = unit(b);
  return unit(a).map((value, k) => value + other[k]!);
};

/** Clusters that all lean to one side, so that their centres have cosines above 0. */
function leaningClusters(clusters: number, spread: number): number[][] {
  return clusteredRows(clusters, 30, spread, 5, DIMENSIONS).map((row) =>
    row.map((value, k) => (k < 8 ? Math.min(127, value + 40) : value)),
  );
}

/** The same by definition: every pair of topics, every row, in plain numbers. */
function bruteForce(matrix: EmbeddingMatrix) {
  const { centres, topicOfRow } = findTopics(matrix);
  const rows = rowsOf(matrix);
  const middles = rowsOf(centres);
  const own = rows
    .flatMap((row, index) =>
      topicOfRow[index]! < 0 ? [] : [cosine(row, middles[topicOfRow[index]!]!)],
    )
    .sort((a, b) => a - b);
  const usual = own[own.length >> 1]!;
  const neighbours = (topic: number) =>
    [...middles.keys()]
      .filter((other) => other !== topic)
      .sort((a, b) => cosine(middles[b]!, middles[topic]!) - cosine(middles[a]!, middles[topic]!))
      .slice(0, 2);
  const near = (place: readonly number[]) =>
    rows.filter((row) => cosine(row, place) >= usual).length;
  const gaps = [...middles.keys()].flatMap((a) =>
    [...middles.keys()].flatMap((b) => {
      if (b <= a || (!neighbours(a).includes(b) && !neighbours(b).includes(a))) return [];
      if (cosine(middles[a]!, middles[b]!) <= 0) return [];
      const between = near(midpointOf(middles[a]!, middles[b]!));
      const atCentres = [near(middles[a]!), near(middles[b]!)];
      return Math.min(...atCentres) >= 5 && between < Math.min(...atCentres) / 10
        ? [{ topics: [a, b], between, atCentres }]
        : [];
    }),
  );
  return { usual, gaps };
}

describe('gaps between topics', () => {
  test('are none beside so few rows that one place in some is empty by chance', () => {
    const clusters = leaningClusters(6, 0.4);
    const fewOf = (rows: number) => matrixOf(clusters.filter((_, row) => row % 30 < rows));
    const gapsOf = (matrix: EmbeddingMatrix) => findTopicGaps(matrix, findTopics(matrix))!.between;
    expect(findTopics(fewOf(7)).centres.rows).toBe(6);
    expect(gapsOf(fewOf(7))).toEqual([]);
    expect(gapsOf(fewOf(20)).length).toBeGreaterThan(0);
  });

  test('are those that comparing every midpoint with every row finds', () => {
    const matrix = matrixOf(leaningClusters(6, 0.4));
    const topics = findTopics(matrix);
    const found = findTopicGaps(matrix, topics)!;
    const { usual, gaps } = bruteForce(matrix);
    expect(topics.centres.rows).toBe(6);
    expect(gaps.length).toBeGreaterThan(0);
    expect(found.usualSimilarity).toBeCloseTo(usual, 5);
    // All are empty here: which five of them are listed is told by how full their centres are.
    expect(found.between.length).toBe(Math.min(5, gaps.length));
    for (const { topics: pair, rowsBetween, rowsAtCentres } of found.between) {
      const gap = gaps.find(({ topics }) => topics.join() === pair.join());
      expect(rowsBetween).toBe(gap?.between);
      // The centres are quantised to 8 bits: a row at the edge may fall on either side.
      rowsAtCentres.forEach((rows, side) =>
        expect(Math.abs(rows - gap!.atCentres[side]!)).toBeLessThanOrEqual(1),
      );
    }
  });

  test('name of both topics the row nearest to the midpoint', () => {
    const matrix = matrixOf(leaningClusters(6, 0.4));
    const topics = findTopics(matrix);
    const middles = rowsOf(topics.centres);
    const rows = rowsOf(matrix);
    for (const gap of findTopicGaps(matrix, topics)!.between) {
      const middle = midpointOf(middles[gap.topics[0]]!, middles[gap.topics[1]]!);
      gap.rows.forEach((row, side) => {
        expect(topics.topicOfRow[row]).toBe(gap.topics[side]);
        const best = Math.max(
          ...rows.flatMap((other, index) =>
            topics.topicOfRow[index] === gap.topics[side] ? [cosine(other, middle)] : [],
          ),
        );
        expect(cosine(rows[row]!, middle)).toBeGreaterThan(best - 0.01);
      });
    }
  });

  test('are none where no row is near to one of the centres', () => {
    const matrix = matrixOf(leaningClusters(6, 0.4));
    const topics = findTopics(matrix);
    // As in a file whose large topics are tight: at the centre of a small, wide one nothing is so near.
    const strict = { ...topics, similarityOfRow: topics.similarityOfRow.map(() => 1) };
    expect(findTopicGaps(matrix, strict)).toEqual({ usualSimilarity: 1, between: [] });
  });

  test('close where a row is put between the topics', () => {
    const rows = leaningClusters(6, 0.4);
    const matrix = matrixOf(rows);
    const topics = findTopics(matrix);
    const middles = rowsOf(topics.centres);
    const [gap] = findTopicGaps(matrix, topics)!.between;
    const middle = midpointOf(middles[gap!.topics[0]]!, middles[gap!.topics[1]]!);
    const between = middle.map((value) => Math.round(120 * value));
    const filled = matrixOf([...rows, between]);
    // The topics as they were, with one row more, which belongs to none.
    const more = {
      ...topics,
      topicOfRow: Int32Array.from([...topics.topicOfRow, -1]),
      similarityOfRow: Float32Array.from([...topics.similarityOfRow, 0]),
    };
    const left = findTopicGaps(filled, more)!.between.map((one) => one.topics.join());
    expect(left).not.toContain(gap!.topics.join());
  });

  test('are undefined for fewer than two topics', () => {
    const matrix = matrixOf(clusteredRows(1, 3, 0.1));
    expect(findTopicGaps(matrix, findTopics(matrix))).toBeUndefined();
    const empty = matrixOf([]);
    expect(findTopicGaps(empty, findTopics(empty))).toBeUndefined();
  });
});
