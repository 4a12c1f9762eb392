import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { NearestAcross } from '../../metrics/embed/nearestAcross.ts';
import { linesOf } from '../linesOf.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { InspectSettings, MeasuredField } from '../report.ts';
import { searchNeighbours } from '../searchNeighbours.ts';
import type { TaskPool } from '../taskPool.ts';
import type { Comparison } from './comparison.ts';
import { findOutside } from './findOutside.ts';
import { ofBoth } from './jointKinds.ts';
import { nearestAcrossFiles } from './nearestAcrossFiles.ts';
import { uncompared } from './uncompared.ts';

export interface ComparedMeanings extends Pick<Comparison, 'invented' | 'missing' | 'overlap'> {
  /** The nearest reference row of each row of the data set by the text that is compared for near-duplicates. */
  readonly nearestInScope?: NearestAcross;
  /** Rows of either file that are outside of the other, by their places in its embeddings. */
  readonly outsideSlots?: InBoth<Uint32Array>;
}

/** Whether the meanings of a field come from one embedder, so that they can be compared at all. */
export const areMeaningsAlike = (
  { dataset, reference }: InBoth<DatasetColumns>,
  field: MeasuredField,
): boolean =>
  dataset.features.embedders[field] === reference.features.embedders[field] &&
  dataset.features[field].dimensions === reference.features[field].dimensions;

/** The rows of either file that lie outside of the other, and the nearest rows across. */
export async function compareMeanings(
  pool: TaskPool,
  both: InBoth<DatasetColumns>,
  { seed, nearDuplicateScope: scope }: InspectSettings,
): Promise<ComparedMeanings> {
  if (!areMeaningsAlike(both, 'whole')) {
    const other = uncompared('other-embedder');
    return { invented: other, missing: other, overlap: other };
  }
  const matrices = ofBoth(both, ({ features }) => features.whole);
  const [ours, theirs, overlap] = await Promise.all([
    searchNeighbours(pool, matrices.dataset, seed),
    searchNeighbours(pool, matrices.reference, seed),
    pool.run('measureOverlap', { ...matrices, seed }),
  ]);
  const turned = { dataset: matrices.reference, reference: matrices.dataset };
  const [toReference, toDataset] = await Promise.all([
    nearestAcrossFiles(pool, matrices, theirs.index),
    nearestAcrossFiles(pool, turned, ours.index),
  ]);
  const lines = ofBoth(both, ({ features, reading }) => linesOf(reading, features.rowOfSlot));
  const invented = findOutside({
    across: toReference,
    otherFile: theirs,
    lines: lines.dataset,
    otherLines: lines.reference,
  });
  const missing = findOutside({
    across: toDataset,
    otherFile: ours,
    lines: lines.reference,
    otherLines: lines.dataset,
  });
  const nearestInScope =
    scope === 'whole' ? toReference : await nearestByScope(pool, both, scope, seed);
  return {
    invented: invented?.report ?? uncompared('too-few-different-rows'),
    missing: missing?.report ?? uncompared('too-few-different-rows'),
    overlap: overlap ?? uncompared('too-few-rows'),
    ...(nearestInScope && { nearestInScope }),
    ...(invented &&
      missing && { outsideSlots: { dataset: invented.slots, reference: missing.slots } }),
  };
}

async function nearestByScope(
  pool: TaskPool,
  both: InBoth<DatasetColumns>,
  scope: MeasuredField,
  seed: number,
): Promise<NearestAcross | undefined> {
  if (!areMeaningsAlike(both, scope)) return undefined;
  const matrices = ofBoth(both, ({ features }) => features[scope]);
  const index = await pool.run('neighbourIndex', { matrix: matrices.reference, seed });
  return nearestAcrossFiles(pool, matrices, index);
}
