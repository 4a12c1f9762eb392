import type { TaskSetup } from './taskContext.ts';
import type { TaskName, TaskParams, TaskResult } from './tasks/registry.ts';

/** Threads that run tasks. They start in the order in which they were asked for, as far as `nextTask` does not know better. */
export interface TaskPool {
  /** @param isUrgent whether it goes before all that waits, whichever thread is free first: somebody is looking at it */
  run<Name extends TaskName>(
    name: Name,
    params: TaskParams<Name>,
    isUrgent?: boolean,
  ): Promise<TaskResult<Name>>;
  /** Ends all threads; tasks still under way never settle. */
  close(): Promise<void>;
}

/**
 * @param setup where it is still to come, tasks wait for it
 * @param awaited threads to start while it is
 */
export type CreateTaskPool = (
  setup: TaskSetup | Promise<TaskSetup>,
  threads: number,
  awaited?: number,
) => TaskPool;

/** The same pool, all of whose tasks are urgent. */
export const urgently = (pool: TaskPool): TaskPool => ({
  run: (name, params) => pool.run(name, params, true),
  close: () => pool.close(),
});
