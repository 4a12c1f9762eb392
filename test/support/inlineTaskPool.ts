import {
  createTaskContext,
  type TaskContext,
  type TaskSetup,
} from '../../src/engine/taskContext.ts';
import type { CreateTaskPool } from '../../src/engine/taskPool.ts';
import {
  tasks,
  type TaskName,
  type TaskParams,
  type TaskResult,
} from '../../src/engine/tasks/registry.ts';

/** A pool that runs every task at once in the calling thread: the truth that threads are held against. */
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
