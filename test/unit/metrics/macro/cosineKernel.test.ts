import { describe, expect, it } from 'vitest';
import type { EmbeddingMatrix } from '../../../../src/metrics/embed/embeddingMatrix.ts';
import { cosineKernel } from '../../../../src/metrics/macro/cosineKernel.ts';
import { addGram } from '../../../../src/metrics/macro/gram.ts';
import { vendiScores } from '../../../../src/metrics/macro/vendiScores.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';

function randomMatrix(rows: number, dimensions: number): EmbeddingMatrix {
  const random = createRandom(5);
  const values = Int8Array.from({ length: rows * dimensions }, () =>
    Math.round(254 * random() - 127),
  );
  const inverseNorms = Float32Array.from({ length: rows }, (_, row) => {
    const entries = values.subarray(row * dimensions, (row + 1) * dimensions);
    return 1 / Math.sqrt(entries.reduce((sum, value) => sum + value * value, 0));
  });
  return { rows, dimensions, values, inverseNorms };
}

describe('cosineKernel', () => {
  it('holds the cosines of known rows in its lower triangle', () => {
    const dimensions = 16;
    const values = new Int8Array(3 * dimensions);
    values.set([3, 4]);
    values.set([4, 3], dimensions);
    const inverseNorms = Float32Array.of(0.2, 0.2, 0);
    const kernel = cosineKernel({ rows: 3, dimensions, values, inverseNorms });
    expect(kernel[0]).toBeCloseTo(1, 6);
    expect(kernel[3]).toBeCloseTo(24 / 25, 6);
    expect([...kernel.subarray(6)]).toEqual([0, 0, 0]);
  });

  it('gives the same Vendi Score as the dual form', () => {
    const matrix = randomMatrix(40, 64);
    const gram = new Float64Array(64 * 64);
    addGram(matrix, 0, matrix.rows, gram);
    const [dual] = vendiScores(gram, 64, [1])!;
    const [primal] = vendiScores(cosineKernel(matrix), matrix.rows, [1])!;
    expect(primal / dual).toBeCloseTo(1, 3);
  });
});
