import { createDotTile8 } from '../embed/kernels.ts';
import { quantizeRow } from '../embed/quantizeRow.ts';
import type { WordMeanings } from '../embed/wordMeanings.ts';
import { completeLinkage, type Likeness } from '../stats/completeLinkage.ts';
import { nameSimilarity } from './nameSimilarity.ts';

/** What quantising to 8 bits may take from a cosine. */
const SLACK = 0.01;
const LEFT_ROWS = 64;
const RIGHT_ROWS = 256;

/**
 * Names that mean the same: clusters by complete linkage over nameSimilarity, every two names of a cluster being at least
 * `threshold` alike. Names with a word that the embedder does not know stay by themselves.
 * @param names distinct, most important first
 * @param threshold cosine similarity, in (0, 1]
 * @returns [names] the most important name of each name's cluster, by index
 * O(names² · columns) in 8-bit products: 40 ms for 2,000 names.
 */
export function synonymGroups(
  names: readonly string[],
  meanings: WordMeanings,
  threshold: number,
): Uint32Array {
  const similarity = nameSimilarity(meanings);
  const known = Array.from(names.keys()).filter((at) => similarity.isKnown(names[at]!));
  const { columns } = meanings;
  const values = new Int8Array(known.length * columns);
  const vector = new Float32Array(columns);
  const inverseNorms = Float64Array.from(known, (at, row) => {
    similarity.addTo(names[at]!, vector.fill(0));
    return quantizeRow(vector, values, row * columns);
  });

  const likenesses: Likeness[] = [];
  const consider = (a: number, b: number): void => {
    const cosine = similarity.of(names[a]!, names[b]!);
    if (cosine !== undefined && cosine >= threshold) likenesses.push({ a, b, similarity: cosine });
  };
  const tile = createDotTile8({
    leftCapacity: LEFT_ROWS,
    rightCapacity: RIGHT_ROWS,
    dimensions: columns,
  });
  for (let left = 0; left < known.length; left += LEFT_ROWS) {
    const leftEnd = Math.min(known.length, left + LEFT_ROWS);
    tile.left.set(values.subarray(left * columns, leftEnd * columns));
    for (let right = 0; right < leftEnd; right += RIGHT_ROWS) {
      const rightEnd = Math.min(known.length, right + RIGHT_ROWS);
      tile.right.set(values.subarray(right * columns, rightEnd * columns));
      tile.multiply(leftEnd - left, rightEnd - right);
      for (let i = left; i < leftEnd; i++) {
        const limit = (threshold - SLACK) / inverseNorms[i]!;
        for (let j = right; j < rightEnd && j < i; j++) {
          const product = tile.products[(i - left) * RIGHT_ROWS + (j - right)]!;
          if (product * inverseNorms[j]! >= limit) consider(known[i]!, known[j]!);
        }
      }
    }
  }
  tile.release();
  return completeLinkage(names.length, likenesses);
}
