import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { LEAK_KINDS, type LeakKind } from '../../metrics/compare/leakedRows.ts';
import type { NearestAcross } from '../../metrics/embed/nearestAcross.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { InspectSettings } from '../report.ts';
import type { TaskPool } from '../taskPool.ts';
import { CONTAINMENT } from '../tasks/joinDuplicates.ts';
import type { Leakage } from './comparison.ts';
import { jointTexts, comparedTexts } from './jointTexts.ts';
import { ofBoth } from './jointKinds.ts';

/**
 * Rows of the data set that repeat rows of the reference.
 * @param nearest the nearest rows of the reference by the compared scope's meaning; absent where meanings cannot be compared
 */
export async function findLeakage(
  pool: TaskPool,
  { dataset, reference }: InBoth<DatasetColumns>,
  nearest: NearestAcross | undefined,
  settings: InspectSettings,
): Promise<Leakage> {
  const { nearDuplicateScope: scope, nearDuplicateThreshold, semanticThreshold } = settings;
  const found = await pool.run('findLeaks', {
    ...jointTexts(ofBoth({ dataset, reference }, (file) => comparedTexts(file, settings))),
    datasetRows: dataset.file.rows,
    threshold: nearDuplicateThreshold,
    containment: CONTAINMENT,
    near: nearEnough(nearest, { dataset, reference }, semanticThreshold),
  });
  const lineOf = ({ reading }: DatasetColumns, row: number) => reading.rowLines[row]! + 1;
  const pairs = Array.from(found.rows, (row, at) => ({
    line: lineOf(dataset, row),
    referenceLine: lineOf(reference, found.referenceRows[at]!),
    kind: LEAK_KINDS[found.kinds[at]!]!,
    similarity: found.similarities[at]!,
  }));
  const counts = LEAK_KINDS.map(
    (kind) => [kind, pairs.filter((pair) => pair.kind === kind).length] as const,
  );
  return {
    scope,
    rows: {
      dataset: pairs.length,
      reference: new Set(pairs.map(({ referenceLine }) => referenceLine)).size,
    },
    byKind: Object.fromEntries(counts) as Record<LeakKind, number>,
    thresholds: {
      fuzzy: nearDuplicateThreshold,
      contained: CONTAINMENT.threshold,
      semantic: semanticThreshold,
    },
    allFound: found.complete,
    pairs,
  };
}

function nearEnough(
  nearest: NearestAcross | undefined,
  { dataset, reference }: InBoth<DatasetColumns>,
  threshold: number,
) {
  const slots = Uint32Array.from(nearest?.rows.keys() ?? []).filter(
    (slot) => nearest!.rows[slot]! >= 0 && nearest!.similarities[slot]! >= threshold,
  );
  return {
    rows: slots.map((slot) => dataset.features.rowOfSlot[slot]!),
    referenceRows: slots.map((slot) => reference.features.rowOfSlot[nearest!.rows[slot]!]!),
    similarities: Float32Array.from(slots, (slot) => nearest!.similarities[slot]!),
  };
}
