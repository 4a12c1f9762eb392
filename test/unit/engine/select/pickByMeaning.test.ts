import { expect, test } from 'vitest';
import { createCancelFlag } from '../../../../src/engine/cancellation.ts';
import { columnsOnly } from '../../../../src/engine/columnsOnly.ts';
import { PART_ROWS, pickByMeaning } from '../../../../src/engine/select/pickByMeaning.ts';
import { createInlineTaskPool } from '../../../support/inlineTaskPool.ts';
import { pairwiseCosines } from '../../../../src/metrics/macro/pairwiseCosines.ts';
import { facilityLocation } from '../../../../src/metrics/select/facilityLocation.ts';
import { lazyGreedy } from '../../../../src/metrics/select/lazyGreedy.ts';
import { permutation } from '../../../../src/metrics/stats/permutation.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { clusteredRows, matrixOf } from '../../metrics/embed/matrixOf.ts';

const matrix = matrixOf(clusteredRows(60, 80, 0.8, 5, 16));
const cosines = pairwiseCosines(matrix);
const candidates = permutation(matrix.rows, createRandom(1));
const pool = createInlineTaskPool(columnsOnly(createCancelFlag()), 1);

function valueOf(rows: ArrayLike<number>): number {
  const objective = facilityLocation(cosines, matrix.rows);
  let value = 0;
  for (const row of Array.from(rows)) {
    value += objective.gain(row);
    objective.add(row);
  }
  return value;
}

/** 20 rows are chosen in two rounds, 1,500 in parts that give their shares. */
test.each([20, 1500])(
  'of more rows than are compared at once, %d are worth nearly what the greedy choice among all is',
  { tags: 'slow' },
  async (size) => {
    expect(matrix.rows).toBeGreaterThan(PART_ROWS);
    const request = { candidates, chosen: new Uint32Array(0), size };
    const { rows } = await pickByMeaning(pool, { strategy: 'facility-location', matrix }, request);
    expect(new Set(rows).size).toBe(size);
    const best = lazyGreedy(facilityLocation(cosines, matrix.rows), request);
    const share = valueOf(rows) / valueOf(best.rows);
    expect(share).toBeGreaterThan(0.98);
    expect(valueOf(candidates.subarray(0, size)) / valueOf(best.rows)).toBeLessThan(share);
  },
);

test(
  'what is chosen already is not chosen again, and all candidates are where the size asks for all',
  { tags: 'slow' },
  async () => {
    const source = { strategy: 'k-centre', matrix } as const;
    const [chosen, rest] = [candidates.subarray(0, 10), candidates.subarray(10)];
    const some = await pickByMeaning(pool, source, { candidates: rest, chosen, size: 30 });
    expect([...some.rows].some((row) => chosen.includes(row))).toBe(false);
    const all = await pickByMeaning(pool, source, { candidates: rest, chosen, size: 1e6 });
    expect([...all.rows].sort((a, b) => a - b)).toEqual([...rest].sort((a, b) => a - b));
  },
);
