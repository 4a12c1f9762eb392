import { join } from 'node:path';
import { version } from '../../../package.json';
import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { columnsOnly } from '../columnsOnly.ts';
import type { JobEnvironment } from '../jobs/job.ts';
import { loadEmbeddingTable } from '../loadEmbeddingTable.ts';
import { progressMeter } from '../progressMeter.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { TaskPool } from '../taskPool.ts';
import { compareLevels } from './compareLevels.ts';
import { areMeaningsAlike, compareMeanings } from './compareMeanings.ts';
import type { ComparedFile, ComparedFiles, ComparisonNote } from './comparison.ts';
import { findLeakage } from './findLeakage.ts';
import { BOTH, ofBoth } from './jointKinds.ts';
import { judgeShift } from './judgeShift.ts';
import { layOutBoth } from './layOutBoth.ts';
import { kindsAlike, readFile, rowPool, type CompareRequest } from './readBoth.ts';

export type ComparePhase = 'read-dataset' | 'read-reference' | 'compare';

/** What the comparison hands over before it is done: all but the map. */
export interface CompareUpdate {
  readonly type: 'comparison';
  readonly compared: ComparedFiles;
}

/** Each phase's share of the work on typical files. */
const SHARES: Readonly<Record<ComparePhase, number>> = {
  'read-dataset': 0.3,
  'read-reference': 0.3,
  compare: 0.4,
};

/**
 * Compares a data set with a reference: each is read into columns and closed, then the columns are compared in threads that
 * need no file; single rows are read again for names. Where a map is asked for, the comparison is handed over before it.
 * @throws AnalysisError
 */
export async function compareFiles(
  request: CompareRequest,
  environment: JobEnvironment<ComparePhase, CompareUpdate>,
): Promise<ComparedFiles> {
  const meter = progressMeter(SHARES, environment.onProgress);
  const both: InBoth<DatasetColumns> = {
    dataset: await readFile('dataset', request, environment, meter),
    reference: await readFile('reference', request, environment, meter),
  };
  const pools: TaskPool[] = [];
  const opened = (pool: TaskPool): TaskPool => {
    pools.push(pool);
    return pool;
  };
  try {
    const { createPool, cancelFlag } = environment;
    const pool = opened(createPool(columnsOnly(cancelFlag), request.threads));
    const rows = {
      dataset: opened(rowPool(request.dataset, both.dataset, environment)),
      reference: opened(rowPool(request.reference, both.reference, environment)),
    };
    const { settings } = request;
    const alike = await kindsAlike(both, rows, settings.seed);
    const files = ofBothWith(both, alike);
    throwIfCancelled(cancelFlag);
    const table = loadEmbeddingTable(join(request.assetsFolder, 'embedding'));
    const [levels, meanings] = await Promise.all([
      compareLevels({ pool, rows, both: files, table, settings }),
      compareMeanings(pool, files, settings),
    ]);
    meter.report('compare', 0.7);
    const leakage = await findLeakage(pool, files, meanings.nearestInScope, settings);
    meter.report('compare', 1);
    const compared: ComparedFiles = {
      comparison: {
        schemaVersion: 1,
        strataVersion: version,
        settings,
        ...ofBoth(files, ({ file, fields }): ComparedFile => ({ file, fields })),
        verdict: judgeShift(
          levels.shift,
          ofBoth(files, ({ file }) => file.rows),
        ),
        levels: levels.levels,
        shift: levels.shift,
        overlap: meanings.overlap,
        invented: meanings.invented,
        missing: meanings.missing,
        use: levels.use,
        leakage,
        sampled: notesOf(files),
      },
      files: ofBoth(files, ({ lineStarts, plan }) => ({ lineStarts, plan })),
    };
    if (!request.withMap) return compared;
    environment.onUpdate({ type: 'comparison', compared });
    const map = areMeaningsAlike(files, 'whole')
      ? await layOutBoth(pool, {
          both: files,
          topics: levels.topics,
          outsideSlots: meanings.outsideSlots,
          seed: settings.seed,
        })
      : undefined;
    return { ...compared, ...(map && { map }) };
  } finally {
    await Promise.all(pools.map((pool) => pool.close()));
  }
}

function ofBothWith(
  both: InBoth<DatasetColumns>,
  kinds: InBoth<Pick<DatasetColumns, 'kinds' | 'sampled'>>,
): InBoth<DatasetColumns> {
  return {
    dataset: { ...both.dataset, ...kinds.dataset },
    reference: { ...both.reference, ...kinds.reference },
  };
}

function notesOf(both: InBoth<DatasetColumns>): ComparisonNote[] {
  return BOTH.flatMap((which) => both[which].sampled.map((note) => ({ in: which, ...note })));
}
