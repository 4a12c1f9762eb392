import type { EmbeddingMatrix } from './embeddingMatrix.ts';

/**
 * The different vectors of a matrix, in an order that depends on their content and the seed but not on where the rows
 * stand: whoever takes the first n of them has a seeded random sample that a shuffled file would give again.
 * Rows without a meaning (norm 0) are left out.
 */
export interface DistinctRows {
  /** One row (the first) for each different vector, ordered by the seeded hash of its content. */
  readonly rows: Uint32Array;
  /** For every row of the matrix the first row with the same vector; itself where there is no earlier one. */
  readonly firstEqualRow: Uint32Array;
}

/** O(rows · dimensions) time. */
export function findDistinctRows(matrix: EmbeddingMatrix, seed: number): DistinctRows {
  const { rows, dimensions, values, inverseNorms } = matrix;
  const hashes = new Uint32Array(rows);
  const firstEqualRow = new Uint32Array(rows);
  const firsts: number[] = [];
  const rowsByHash = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    firstEqualRow[row] = row;
    if (inverseNorms[row] === 0) continue;
    const hash = hashRow(values, row * dimensions, dimensions, seed);
    hashes[row] = hash;
    const sameHash = rowsByHash.get(hash);
    const equal = sameHash?.find((other) => compareRows(matrix, row, other) === 0);
    if (equal !== undefined) {
      firstEqualRow[row] = equal;
      continue;
    }
    if (sameHash === undefined) rowsByHash.set(hash, [row]);
    else sameHash.push(row);
    firsts.push(row);
  }
  firsts.sort((a, b) => hashes[a]! - hashes[b]! || compareRows(matrix, a, b));
  return { rows: Uint32Array.from(firsts), firstEqualRow };
}

/** FNV-1a over the bytes, with the final mix of MurmurHash3 so that the order is fair. */
function hashRow(values: Int8Array, start: number, length: number, seed: number): number {
  let hash = (2_166_136_261 ^ Math.imul(seed, 0x9e37_79b1)) | 0;
  for (let at = start; at < start + length; at++) {
    hash = Math.imul(hash ^ (values[at]! & 0xff), 16_777_619);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function compareRows({ values, dimensions }: EmbeddingMatrix, a: number, b: number): number {
  for (let k = 0, i = a * dimensions, j = b * dimensions; k < dimensions; k++, i++, j++) {
    const difference = values[i]! - values[j]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
