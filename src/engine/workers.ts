import { join } from 'node:path';
import { runJob, type RunJob } from './runJob.ts';
import type { CreateTaskPool } from './taskPool.ts';
import { workerTaskPools } from './workerTaskPools.ts';

/** By whom the work of the engine is done. */
export interface Workers {
  readonly runJob: RunJob;
  /** For tasks that belong to no job. */
  readonly createPool: CreateTaskPool;
}

/** Threads of this process; they run the bundles beside the one that this is in. */
export const workerThreads: Workers = {
  runJob,
  createPool: workerTaskPools(join(__dirname, 'member.js')),
};
