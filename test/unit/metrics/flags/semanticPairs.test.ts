import { describe, expect, it } from 'vitest';
import { NEIGHBOURS } from '../../../../src/metrics/embed/neighbours.ts';
import { semanticPairs, type SemanticSearch } from '../../../../src/metrics/flags/semanticPairs.ts';
import { semanticPrecision } from '../../../../src/metrics/flags/semanticPrecision.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';

type Near = readonly (readonly [slot: number, similarity: number])[];

/** Slots are rows, all texts differ, and each row has the shingles given, unless it is said otherwise. */
function search(
  near: readonly Near[],
  shingles: readonly (readonly number[])[],
  change: Partial<SemanticSearch> = {},
): SemanticSearch {
  const slots = near.length;
  const rows = new Int32Array(slots * NEIGHBOURS).fill(-1);
  const similarities = new Float32Array(slots * NEIGHBOURS);
  near.forEach((list, slot) =>
    list.forEach(([other, similarity], at) => {
      rows[slot * NEIGHBOURS + at] = other;
      similarities[slot * NEIGHBOURS + at] = similarity;
    }),
  );
  const column = tokenColumnBuilder();
  for (const set of shingles) {
    set.forEach((value) => column.push(value));
    column.endRow();
  }
  const every = Uint32Array.from(near.keys());
  return {
    neighbours: { rows, similarities },
    firstEqualSlot: every,
    inverseNorms: new Float32Array(slots).fill(1),
    rowOfSlot: every,
    equalTexts: Int32Array.from(shingles.keys()),
    shingles: column.build(),
    ...change,
  };
}

const list = ({ first, second, similarity, jaccard }: ReturnType<typeof semanticPairs>) =>
  Array.from(first, (row, at) => [row, second[at], similarity[at], jaccard[at]]);

describe('semanticPairs', () => {
  it('lists each pair once, down to the floor, with the similarity of its wording', () => {
    const near: Near[] = [
      [
        [2, 0.9375],
        [1, 0.75],
      ],
      [[0, 0.75]],
      [[0, 0.9375]],
    ];
    const shingles = [[1, 2, 3], [7], [2, 3, 4, 5]];
    expect(list(semanticPairs(search(near, shingles), 0.9))).toEqual([[0, 2, 0.9375, 0.4]]);
    expect(list(semanticPairs(search(near, shingles), 0.7))).toEqual([
      [0, 1, 0.75, 0],
      [0, 2, 0.9375, 0.4],
    ]);
  });

  it('tells a text by its first row, and never pairs it with its own copies', () => {
    const near: Near[] = [
      [
        [1, 1],
        [2, 0.9375],
      ],
      [
        [0, 1],
        [2, 0.9375],
      ],
      [],
    ];
    const equalTexts = Int32Array.of(0, 0, 2);
    expect(list(semanticPairs(search(near, [[1], [1], [2]], { equalTexts }), 0.9))).toEqual([
      [0, 2, 0.9375, 0],
    ]);
  });

  it('pairs different texts of equal vectors, which are no neighbours of each other', () => {
    const change = { firstEqualSlot: Uint32Array.of(0, 0) };
    expect(list(semanticPairs(search([[], []], [[1], [2]], change), 0.9))).toEqual([[0, 1, 1, 0]]);
    const without = { ...change, inverseNorms: new Float32Array(2) };
    expect(list(semanticPairs(search([[], []], [[1], [2]], without), 0.9))).toEqual([]);
  });

  it('pairs each of different texts of equal vectors with their neighbours, whichever comes first', () => {
    const shingles = [[1, 2], [1, 2, 3], [9]];
    const change = { firstEqualSlot: Uint32Array.of(0, 0, 2) };
    expect(list(semanticPairs(search([[[2, 0.9375]], [], []], shingles, change), 0.9))).toEqual([
      [0, 1, 1, 2 / 3],
      [0, 2, 0.9375, 0],
      [1, 2, 0.9375, 0],
    ]);
  });

  it('goes from the sample that was embedded to the rows of the file', () => {
    const change = { rowOfSlot: Uint32Array.of(1, 3) };
    const shingles = [[9], [1, 2], [8], [2]];
    expect(list(semanticPairs(search([[[1, 0.9375]], []], shingles, change), 0.9))).toEqual([
      [1, 3, 0.9375, 0.5],
    ]);
  });
});

describe('semanticPrecision', () => {
  const embedder = 'static-gte-small-256+ngram-256';
  it('is what was measured, interpolated, and nothing below that or with another embedder', () => {
    expect(semanticPrecision(0.95, embedder)).toBe(0.808);
    expect(semanticPrecision(0.955, embedder)).toBeCloseTo(0.816, 12);
    expect(semanticPrecision(1, embedder)).toBe(0.824);
    expect(semanticPrecision(0.89, embedder)).toBeUndefined();
    expect(semanticPrecision(0.95, 'field:embedding')).toBeUndefined();
  });
});
