import { NEIGHBOURS, type Neighbours } from '../embed/neighbours.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import type { ScoredPairs } from './scoredPairs.ts';
import { sortedJaccard } from './sortedJaccard.ts';

/** Pairs of rows near in meaning: their cosine similarity, and the Jaccard similarity of their shingles, 0 where both have none. */
export interface SemanticPairs extends ScoredPairs {
  readonly jaccard: Float64Array;
}

export interface SemanticSearch {
  /** Of every row that was embedded, in slots; see `neighboursOfRows`. */
  readonly neighbours: Neighbours;
  /** For each slot the first slot of equal vector: rows that are equal in meaning to the embedder. */
  readonly firstEqualSlot: Uint32Array;
  /** 1 / length of the vector of each slot, 0 for a row without a meaning. */
  readonly inverseNorms: Float32Array;
  /** Row of each slot, ascending. */
  readonly rowOfSlot: Uint32Array;
  /** The first row of equal text for each row, −1 without text. */
  readonly equalTexts: Int32Array;
  readonly shingles: TokenColumn;
}

/**
 * Pairs of different texts whose embeddings have at least the cosine similarity `floor`, as far as one is among the
 * nearest rows of the other, or both have the same vector. A text is told by its first row.
 * @param floor in [−1, 1]
 * @returns ascending by first, then second
 * O(slots · k + pairs · (shingles per row + log pairs)) time.
 */
export function semanticPairs(search: SemanticSearch, floor: number): SemanticPairs {
  const { neighbours, firstEqualSlot, inverseNorms, rowOfSlot, equalTexts, shingles } = search;
  const rows = equalTexts.length;
  const similarityOf = new Map<number, number>();
  const add = (slot: number, other: number, similarity: number) => {
    const a = equalTexts[rowOfSlot[slot]!]!;
    const b = equalTexts[rowOfSlot[other]!]!;
    if (a < 0 || b < 0 || a === b) return;
    const key = Math.min(a, b) * rows + Math.max(a, b);
    similarityOf.set(key, Math.max(similarity, similarityOf.get(key) ?? -1));
  };
  for (let slot = 0; slot < rowOfSlot.length; slot++) {
    if (inverseNorms[slot] === 0) continue;
    const first = firstEqualSlot[slot]!;
    add(first, slot, 1);
    for (let at = first * NEIGHBOURS; at < (first + 1) * NEIGHBOURS; at++) {
      const other = neighbours.rows[at]!;
      if (other < 0 || neighbours.similarities[at]! < floor) break;
      // Rounding may lift the cosine of two vectors above 1.
      add(slot, other, Math.min(1, neighbours.similarities[at]!));
    }
  }
  const keys = Float64Array.from(similarityOf.keys()).sort();
  const shinglesOf = (row: number) =>
    shingles.values.subarray(shingles.offsets[row], shingles.offsets[row + 1]);
  const first = Uint32Array.from(keys, (key) => Math.floor(key / rows));
  const second = Uint32Array.from(keys, (key) => key % rows);
  return {
    first,
    second,
    similarity: Float64Array.from(keys, (key) => similarityOf.get(key)!),
    jaccard: Float64Array.from(
      first,
      (row, pair) => sortedJaccard(shinglesOf(row), shinglesOf(second[pair]!)) ?? 0,
    ),
  };
}
