import type { SimilarPairs } from './fuzzyJoin.ts';
import type { ScoredPairs } from './scoredPairs.ts';

/**
 * Pairs of rows of different texts, one of which stands for all rows of its text. Texts of equal sets are linked to the
 * first of them, with similarity 1.
 * @param firstRows the first row of equal text, see `firstEqualRows`
 * O(pairs + rows in groups of equal sets) time.
 */
export function linkingPairs(similar: SimilarPairs, firstRows: Int32Array): ScoredPairs {
  const firsts: number[] = [];
  const seconds: number[] = [];
  const textOf = (row: number) => (firstRows[row]! < 0 ? row : firstRows[row]!);
  for (const group of similar.equalSets) {
    const texts = new Set(group.map(textOf));
    const [first, ...others] = [...texts].sort((a, b) => a - b);
    for (const other of others) {
      firsts.push(first!);
      seconds.push(other);
    }
  }
  const similarities = firsts.map(() => 1);
  for (let pair = 0; pair < similar.first.length; pair++) {
    const a = textOf(similar.first[pair]!);
    const b = textOf(similar.second[pair]!);
    // Where punctuation does not count, texts can be equal though their tokens are not.
    if (a === b) continue;
    firsts.push(Math.min(a, b));
    seconds.push(Math.max(a, b));
    similarities.push(similar.similarity[pair]!);
  }
  return {
    first: Uint32Array.from(firsts),
    second: Uint32Array.from(seconds),
    similarity: Float64Array.from(similarities),
  };
}
