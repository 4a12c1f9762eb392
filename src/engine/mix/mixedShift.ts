import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { MOST_DIMENSIONS } from '../../metrics/compare/whitenRows.ts';
import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { areMeaningsAlike } from '../compare/compareMeanings.ts';
import { isCompared, type Uncompared } from '../compare/comparison.ts';
import { jointMatrix } from '../compare/jointMatrix.ts';
import { ofBoth } from '../compare/jointKinds.ts';
import { uncompared } from '../compare/uncompared.ts';
import type { DatasetColumns } from '../readDataset.ts';
import { sharedInt32 } from '../shared.ts';
import type { TaskPool } from '../taskPool.ts';
import type { MixedLayout } from '../tasks/layOutMixedRows.ts';
import type { MixDraw } from './drawMixtures.ts';
import type { MixedKinds } from './mixedKinds.ts';
import type { MixPlan, ShiftName, ShiftNoise } from './mixing.ts';

/** Rows laid out for one of the classifiers, and what they come to without a shift. */
export interface MeasurableShift {
  readonly laidOut: MixedLayout;
  readonly noise: ShiftNoise;
}

export type MeasurableShifts = Readonly<Record<ShiftName, MeasurableShift | Uncompared>>;

/**
 * Divisions of real rows that a mean area has to exceed, all of them: where generated rows are from the source of the real
 * ones, a mixture exceeds them with probability 1 / 400. Two classifiers at ten ratios make at most 1 / 20.
 */
const DIVISIONS = 399;
const DIVISIONS_PER_TASK = 100;

/** Real and generated rows as the classifiers see them. */
export interface RowsToLayOut {
  readonly by: EmbeddingMatrix | TokenColumn;
  readonly placeOfRow: Int32Array;
}

/** The embeddings of whole rows of both files, where one embedder made them. */
export function mixedMeanings(both: InBoth<DatasetColumns>): RowsToLayOut | Uncompared {
  const { dataset, reference } = both;
  if (!areMeaningsAlike(both, 'whole') || dataset.features.whole.dimensions > MOST_DIMENSIONS) {
    return uncompared('other-embedder');
  }
  const generatedRows = dataset.reading.rowLines.length;
  const placeOfRow = sharedInt32(generatedRows + reference.reading.rowLines.length).fill(-1);
  const generatedSlots = dataset.features.rowOfSlot;
  generatedSlots.forEach((row, slot) => (placeOfRow[row] = slot));
  reference.features.rowOfSlot.forEach((row, slot) => {
    placeOfRow[generatedRows + row] = generatedSlots.length + slot;
  });
  return { by: jointMatrix(ofBoth(both, ({ features }) => features.whole)), placeOfRow };
}

/** Lays the rows of all draws out, and measures what telling real rows from real rows comes to. */
export async function measurableShifts(
  pool: TaskPool,
  rowsBy: {
    readonly meanings: RowsToLayOut | Uncompared;
    readonly wording: MixedKinds | Uncompared;
  },
  { draws, close }: { readonly draws: readonly MixDraw[]; readonly close: readonly Uint32Array[] },
  plan: MixPlan,
  seed: number,
): Promise<MeasurableShifts> {
  const real = rowsOfAll(draws.flatMap((draw) => [draw.real, draw.heldBack]));
  const generated = [...draws.map((draw) => draw.generated), ...close];
  const rows = rowsOfAll([real, ...generated.map((order) => order.subarray(0, plan.size))]);
  const fewest = Math.min(plan.size, plan.heldBackRows);
  const prepare = async (found: RowsToLayOut | Uncompared) => {
    if (!isCompared(found)) return found;
    const { by, placeOfRow } = found;
    const laidOut = await pool.run('layOutMixedRows', { by, placeOfRow, rows, fewest, seed });
    if (!laidOut) return uncompared('too-few-rows');
    return { laidOut, noise: await measureNoise(pool, laidOut, real, plan, seed) };
  };
  const { wording } = rowsBy;
  const [meanings, words] = await Promise.all([
    prepare(rowsBy.meanings),
    prepare(isCompared(wording) ? { by: wording.column, placeOfRow: wording.placeOfRow } : wording),
  ]);
  return { meanings, wording: words };
}

/** Every row that is in one of the lists, ascending. */
function rowsOfAll(lists: readonly Uint32Array[]): Uint32Array {
  const rows = new Set<number>();
  for (const list of lists) for (const row of list) rows.add(row);
  return Uint32Array.from(rows).sort();
}

async function measureNoise(
  pool: TaskPool,
  laidOut: MixedLayout,
  real: Uint32Array,
  { size, heldBackRows }: MixPlan,
  seed: number,
): Promise<ShiftNoise> {
  const parts: Promise<number[]>[] = [];
  for (let first = 0; first < DIVISIONS; first += DIVISIONS_PER_TASK) {
    parts.push(
      pool.run('measureShiftNoise', {
        laidOut,
        real,
        mixedRows: size,
        heldBackRows,
        divisions: Math.min(DIVISIONS_PER_TASK, DIVISIONS - first),
        seed: seed + first,
      }),
    );
  }
  const areas = (await Promise.all(parts)).flat();
  return {
    divisions: areas.length,
    mean: areas.reduce((sum, area) => sum + area, 0) / areas.length,
    limit: Math.max(...areas),
  };
}
