import { describe, expect, it } from 'vitest';
import { createCancelFlag, requestCancel } from '../../../src/engine/cancellation.ts';
import { columnsOnly } from '../../../src/engine/columnsOnly.ts';
import { createInlineTaskPool } from '../../support/inlineTaskPool.ts';

// Three rows of nine shingles: the first two share eight, the third shares none.
const nine = (first: number) => Array.from({ length: 9 }, (_, at) => first + at);
const columns = {
  shingles: {
    values: Uint32Array.from([...nine(1), ...nine(2), ...nine(100)]),
    offsets: Uint32Array.from([0, 9, 18, 27]),
  },
  hashes: Uint32Array.from([1, 1, 2, 2, 3, 3]),
  threshold: 0.8,
};

describe('a pool without a file', () => {
  it('runs tasks on columns', async () => {
    const pool = createInlineTaskPool(columnsOnly(createCancelFlag()), 1);
    const { fuzzy } = await pool.run('joinDuplicates', columns);
    await pool.close();
    expect({ first: [...fuzzy.first], second: [...fuzzy.second] }).toEqual({
      first: [0],
      second: [1],
    });
  });

  it('can be cancelled, and has no file to read', async () => {
    const cancelFlag = createCancelFlag();
    const pool = createInlineTaskPool(columnsOnly(cancelFlag), 1);
    await expect(
      pool.run('readChunk', { fromLine: 0, toLine: 1, encoding: 'o200k_base' }),
    ).rejects.toMatchObject({ code: 'empty-file' });
    requestCancel(cancelFlag);
    await expect(pool.run('joinDuplicates', columns)).rejects.toMatchObject({ code: 'cancelled' });
    await pool.close();
  });
});
