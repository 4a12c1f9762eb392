import type { EmbeddingMatrix } from '../../../../src/metrics/embed/embeddingMatrix.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';

/** A matrix of the given rows, all of one length. */
export function matrixOf(rows: readonly (readonly number[])[], dimensions = 16): EmbeddingMatrix {
  const values = Int8Array.from(rows.flat());
  const inverseNorms = Float32Array.from(rows, (row) => {
    const norm = Math.hypot(...row);
    return norm === 0 ? 0 : 1 / norm;
  });
  return { rows: rows.length, dimensions: rows[0]?.length ?? dimensions, values, inverseNorms };
}

/** Rows around `clusters` random centres, cluster by cluster; the nearer `spread` is to 0 the tighter. */
export function clusteredRows(
  clusters: number,
  rowsEach: number,
  spread: number,
  seed = 1,
  dimensions = 32,
): number[][] {
  const random = createRandom(seed);
  const symmetric = (): number => random() + random() + random() - 1.5;
  return Array.from({ length: clusters }, () => {
    const centre = Array.from({ length: dimensions }, symmetric);
    return Array.from({ length: rowsEach }, () =>
      centre.map((value) => Math.round(40 * (value + spread * symmetric()))),
    );
  }).flat();
}

/** Positions 0 … length − 1 in a random order. */
export function shuffled(length: number, seed: number): number[] {
  const random = createRandom(seed);
  const keys = Array.from({ length }, random);
  return Array.from({ length }, (_, i) => i).sort((a, b) => keys[a]! - keys[b]!);
}
