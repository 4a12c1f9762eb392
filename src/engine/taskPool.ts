import type { TaskSetup } from './taskContext.ts';
import { createTaskContext } from './taskContext.ts';
import { tasks, type TaskName, type TaskParams, type TaskResult } from './tasks/registry.ts';

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

export type CreateTaskPool = (setup: TaskSetup, threads: number) => TaskPool;

/** The same pool, all of whose tasks are urgent. */
export const urgently = (pool: TaskPool): TaskPool => ({
  run: (name, params) => pool.run(name, params, true),
  close: () => pool.close(),
});

/** A pool that runs every task at once in the calling thread: for tests, and the truth that threads are held against. */
export const createInlineTaskPool: CreateTaskPool = (setup) => {
  const context = createTaskContext(setup);
  return {
    run: async <Name extends TaskName>(name: Name, params: TaskParams<Name>) => {
      const task = tasks[name] as (
        context: unknown,
        params: TaskParams<Name>,
      ) => TaskResult<Name> | Promise<TaskResult<Name>>;
      return await task(context, params);
    },
    close: () => {
      context.close();
      return Promise.resolve();
    },
  };
};
