import { describe, expect, it } from 'vitest';
import { selectRows, type EmbeddingMatrix } from '../../../../src/metrics/embed/embeddingMatrix.ts';
import { neighboursOfRows } from '../../../../src/metrics/embed/neighbours.ts';
import { prepareNeighbours } from '../../../../src/metrics/embed/neighboursIndex.ts';
import { layoutRows } from '../../../../src/metrics/map/layoutRows.ts';
import { clusteredRows, matrixOf, shuffled } from '../embed/matrixOf.ts';

function layout(matrix: EmbeddingMatrix, seed = 1) {
  const neighbours = neighboursOfRows(prepareNeighbours(matrix, seed), matrix, 0, matrix.rows);
  return layoutRows(matrix, neighbours, { seed, checkpoint: () => undefined });
}

const at = (positions: Float32Array, i: number) => [...positions.subarray(2 * i, 2 * i + 2)];

/** Share of rows whose nearest row in the layout is of their own cluster. */
function nearestOfOwnCluster(positions: Float32Array, rowsEach: number): number {
  const count = positions.length / 2;
  let own = 0;
  for (let row = 0; row < count; row++) {
    let nearest = -1;
    let least = Infinity;
    for (let other = 0; other < count; other++) {
      if (other === row) continue;
      const squared =
        (positions[2 * row]! - positions[2 * other]!) ** 2 +
        (positions[2 * row + 1]! - positions[2 * other + 1]!) ** 2;
      if (squared < least) [nearest, least] = [other, squared];
    }
    if (Math.floor(nearest / rowsEach) === Math.floor(row / rowsEach)) own++;
  }
  return own / count;
}

describe('layoutRows', () => {
  it('keeps the rows of a cluster together', () => {
    const { positions, trustworthiness } = layout(matrixOf(clusteredRows(6, 40, 0.2)));
    expect(nearestOfOwnCluster(positions, 40)).toBeGreaterThan(0.98);
    expect(trustworthiness).toBeGreaterThan(0.85);
  });

  it('keeps them together where most rows are placed among landmarks', { tags: 'slow' }, () => {
    const result = layout(matrixOf(clusteredRows(10, 260, 0.2)));
    expect(result).toMatchObject({ landmarks: 2048, distinctRows: 2600 });
    expect(nearestOfOwnCluster(result.positions, 260)).toBeGreaterThan(0.98);
  });

  it('is the same for the same seed, and stays within its square', () => {
    const matrix = matrixOf(clusteredRows(4, 20, 0.3));
    const { positions } = layout(matrix);
    expect(layout(matrix).positions).toEqual(positions);
    expect(layout(matrix, 2).positions).not.toEqual(positions);
    expect(Math.max(...positions.map(Math.abs))).toBeCloseTo(1, 5);
  });

  it('puts every row in the same place whatever the order of the rows', () => {
    const matrix = matrixOf(clusteredRows(4, 20, 0.3));
    const order = shuffled(matrix.rows, 5);
    const whole = layout(matrix);
    const other = layout(selectRows(matrix, Uint32Array.from(order)));
    for (const [i, row] of order.entries()) {
      expect(at(other.positions, i)).toEqual(at(whole.positions, row));
    }
  });

  it('puts copies in one place and leaves out rows without a meaning', () => {
    const rows = clusteredRows(3, 10, 0.3);
    const empty = rows[0]!.map(() => 0);
    const { rows: placed, positions } = layout(matrixOf([empty, ...rows, rows[4]!, empty]));
    expect([...placed]).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
    expect(at(positions, 30)).toEqual(at(positions, 4));
  });

  it.each([0, 1, 2, 3, 4, 5])('has a place for each of %i rows', (count) => {
    const matrix = matrixOf(clusteredRows(1, 10, 1).slice(0, count), 32);
    const { positions, trustworthiness } = layout(matrix);
    expect(positions).toHaveLength(2 * count);
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(trustworthiness).toBeUndefined();
  });

  it('stops when it is told to', () => {
    const matrix = matrixOf(clusteredRows(2, 10, 0.3));
    const neighbours = neighboursOfRows(prepareNeighbours(matrix, 1), matrix, 0, matrix.rows);
    const checkpoint = () => {
      throw new Error('stopped');
    };
    expect(() => layoutRows(matrix, neighbours, { seed: 1, checkpoint })).toThrow('stopped');
  });
});
