import { createTaskContext, type TaskContext, type TaskSetup } from './taskContext.ts';
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

/** A pool that runs every task at once in the calling thread: for tests, and the truth that threads are held against. */
export const createInlineTaskPool: CreateTaskPool = (setup, threads) =>
  inlineTaskPools(createTaskContext)(setup, threads);

/** Such pools with contexts of another making. */
export function inlineTaskPools(createContext: (setup: TaskSetup) => TaskContext): CreateTaskPool {
  return (setup) => {
    let context: TaskContext | undefined;
    // Whoever makes it tells of its failure.
    if (setup instanceof Promise) setup.catch(() => undefined);
    return {
      run: async <Name extends TaskName>(name: Name, params: TaskParams<Name>) => {
        const task = tasks[name] as (
          context: unknown,
          params: TaskParams<Name>,
        ) => TaskResult<Name> | Promise<TaskResult<Name>>;
        const known = await setup;
        context ??= createContext(known);
        return await task(context, params);
      },
      close: () => {
        context?.close();
        return Promise.resolve();
      },
    };
  };
}
