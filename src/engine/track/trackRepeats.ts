import { sampleIndexes } from '../../metrics/stats/sampleIndexes.ts';
import { chosenRows } from '../compare/chosenRows.ts';
import { charactersOf } from '../findTemplates.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { InspectSettings } from '../report.ts';
import { sharedUint32 } from '../shared.ts';
import type { TaskPool } from '../taskPool.ts';
import { CONTAINMENT } from '../tasks/joinDuplicates.ts';
import type { TrackedRepeats } from './generations.ts';
import { jointTexts } from '../compare/jointTexts.ts';

/** Repeats within each generation, and of the one before, among as many rows of each as the smallest has. */
export async function trackRepeats(
  pool: TaskPool,
  generations: readonly DatasetColumns[],
  { seed, nearDuplicateScope: scope, nearDuplicateThreshold: threshold }: InspectSettings,
): Promise<TrackedRepeats> {
  const rows = Math.min(...generations.map(({ file }) => file.rows));
  const samples = generations.map(({ features, file, reading }, generation) => {
    const places = sampleIndexes(file.rows, rows, seed + generation);
    const { hashes, shingles, templateField, templateTokens } = features;
    return {
      hashes: chosenHashes(hashes[scope], places),
      shingles: chosenRows(shingles, places),
      templateTokens: chosenRows(templateTokens, places),
      templateHashes: chosenHashes(hashes[templateField], places),
      isCharacters: charactersOf(Array.from(places, (row) => reading.scripts[row]!)),
    };
  });
  const tracked = samples.map(async (sample, generation) => {
    const before = samples[generation - 1];
    const [counts, leaks] = await Promise.all([
      pool.run('countRepeats', { ...sample, threshold }),
      before &&
        pool.run('findLeaks', {
          ...jointTexts({ dataset: sample, reference: before }),
          datasetRows: rows,
          threshold,
          containment: CONTAINMENT,
          near: NONE_NEAR,
        }),
    ]);
    return { ...counts, ...(leaks && { rowsOfGenerationBefore: leaks.rows.length }) };
  });
  return { rows, generations: await Promise.all(tracked) };
}

const NONE_NEAR = {
  rows: new Uint32Array(0),
  referenceRows: new Uint32Array(0),
  similarities: new Float32Array(0),
};

/** Both halves of the hashes of some rows. */
function chosenHashes(hashes: Uint32Array, places: Uint32Array): Uint32Array {
  const chosen = sharedUint32(2 * places.length);
  places.forEach((row, at) => chosen.set(hashes.subarray(2 * row, 2 * row + 2), 2 * at));
  return chosen;
}
