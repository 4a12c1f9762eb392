import { NEIGHBOURS } from '../../metrics/embed/neighbours.ts';
import { selectRows, type EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { bandOf } from '../../metrics/stats/band.ts';
import { isCompared, type Uncompared } from '../compare/comparison.ts';
import { nearestAcrossFiles } from '../compare/nearestAcrossFiles.ts';
import { uncompared } from '../compare/uncompared.ts';
import { searchNeighbours } from '../searchNeighbours.ts';
import { sharedCopy, sharedEmbeddingMatrix } from '../shared.ts';
import type { TaskPool } from '../taskPool.ts';
import type { MixDraw } from './drawMixtures.ts';
import type { RowsToLayOut } from './mixedShift.ts';
import type { Closeness, MixPlan } from './mixing.ts';

export interface CloseRows {
  readonly closeness: Closeness;
  /** For each draw the generated rows that are close, in the order of the draw. In shared memory. */
  readonly ofDraws: readonly Uint32Array[];
}

/** Share of real rows whose own nearest real row is no further away. */
const USUAL_SHARE = 0.95;
/** Real rows of a draw that others are held against at most. */
const REAL_ROWS = 2_500;
/** Generated rows that are looked at in a draw, for each row of a mixture. */
const LOOKED_AT_PER_ROW = 4;

/**
 * Generated rows that are close to the real ones: no further from their nearest real row than 95 % of real rows are from
 * theirs. Only real rows that mixtures of the draw take count: those held back have no part in it.
 */
export async function findClose(
  pool: TaskPool,
  meanings: RowsToLayOut | Uncompared,
  draws: readonly MixDraw[],
  { size }: MixPlan,
  seed: number,
): Promise<CloseRows | Uncompared> {
  if (!isCompared(meanings)) return meanings;
  const { by, placeOfRow } = meanings;
  if ('offsets' in by) throw new RangeError('got tokens, expected embeddings');
  const found = await Promise.all(
    draws.map(async ({ generated, real }) => {
      const candidates = generated
        .subarray(0, LOOKED_AT_PER_ROW * size)
        .filter((row) => hasMeaning(by, placeOfRow, row));
      const realRows = real.filter((row) => hasMeaning(by, placeOfRow, row)).subarray(0, REAL_ROWS);
      if (candidates.length === 0 || realRows.length < 2) return undefined;
      const matrixOf = (rows: Uint32Array) =>
        selectRows(
          by,
          rows.map((row) => placeOfRow[row]!),
          sharedEmbeddingMatrix,
        );
      const reference = matrixOf(realRows);
      const { index, neighbours } = await searchNeighbours(pool, reference, seed);
      // Real rows that are all the same have no distance.
      const distances = Float32Array.from(realRows.keys(), (row) => row * NEIGHBOURS)
        .filter((at) => neighbours.rows[at]! >= 0)
        .map((at) => Math.max(0, 1 - neighbours.similarities[at]!))
        .sort();
      if (distances.length === 0) return undefined;
      const limit = distances[Math.ceil(USUAL_SHARE * distances.length) - 1]!;
      const dataset = matrixOf(candidates);
      const nearest = await nearestAcrossFiles(pool, { dataset, reference }, index);
      const close = candidates.filter(
        (_, at) => nearest.rows[at]! >= 0 && 1 - nearest.similarities[at]! <= limit,
      );
      return { limit, rows: candidates.length, close: sharedCopy(close) };
    }),
  );
  const measured = found.filter((one) => one !== undefined);
  if (measured.length < found.length) return uncompared('too-few-different-rows');
  return {
    closeness: {
      share: USUAL_SHARE,
      limit: bandOf(measured.map(({ limit }) => limit)),
      rows: Math.min(...measured.map(({ rows }) => rows)),
      closeShare: bandOf(measured.map(({ close, rows }) => close.length / rows)),
    },
    ofDraws: measured.map(({ close }) => close),
  };
}

function hasMeaning(matrix: EmbeddingMatrix, placeOfRow: Int32Array, row: number): boolean {
  const place = placeOfRow[row]!;
  return place >= 0 && matrix.inverseNorms[place] !== 0;
}
