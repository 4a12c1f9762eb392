import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { columnsOnly } from '../columnsOnly.ts';
import type { DataFile } from '../dataFile.ts';
import type { InspectRequest } from '../inspection.ts';
import type { JobEnvironment } from '../jobs/job.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { TaskPool } from '../taskPool.ts';
import { kindsAlike } from './kindsAlike.ts';

/** Two files that were read, whose kinds of task are from the same source, and threads to compare them. */
export interface AlikeColumns {
  readonly both: InBoth<DatasetColumns>;
  /** Threads that work on columns. */
  readonly pool: TaskPool;
  /** For each file a thread that reads rows of it again. */
  readonly rows: InBoth<TaskPool>;
}

/**
 * Makes the columns of two files alike, lends them to `work` with threads, and ends the threads whatever happens.
 * @throws AnalysisError cancelled, or whatever `work` throws
 */
export async function withAlikeColumns<Result>(
  request: InBoth<DataFile> & Pick<InspectRequest, 'settings' | 'threads'>,
  columns: InBoth<DatasetColumns>,
  environment: Pick<JobEnvironment, 'createPool' | 'cancelFlag'>,
  work: (alike: AlikeColumns) => Promise<Result>,
): Promise<Result> {
  const { createPool, cancelFlag } = environment;
  const pools: TaskPool[] = [];
  const opened = (pool: TaskPool): TaskPool => {
    pools.push(pool);
    return pool;
  };
  try {
    const pool = opened(createPool(columnsOnly(cancelFlag), request.threads));
    const rows = {
      dataset: opened(rowPool(request.dataset, columns.dataset, environment)),
      reference: opened(rowPool(request.reference, columns.reference, environment)),
    };
    const kinds = await kindsAlike(columns, rows, request.settings.seed);
    throwIfCancelled(cancelFlag);
    const both = {
      dataset: { ...columns.dataset, ...kinds.dataset },
      reference: { ...columns.reference, ...kinds.reference },
    };
    return await work({ both, pool, rows });
  } finally {
    await Promise.all(pools.map((pool) => pool.close()));
  }
}

/** A single thread that reads rows of a file that was read before. */
function rowPool(
  { source }: DataFile,
  { lineStarts, plan }: DatasetColumns,
  { createPool, cancelFlag }: Pick<JobEnvironment, 'createPool' | 'cancelFlag'>,
): TaskPool {
  return createPool({ source, lineStarts, plan, cancelFlag }, 1);
}
