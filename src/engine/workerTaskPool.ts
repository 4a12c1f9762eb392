import { Worker } from 'node:worker_threads';
import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { nextTask } from './nextTask.ts';
import { toAnalysisError, type SerializedError } from './serializedError.ts';
import type { CreateTaskPool } from './taskPool.ts';
import type { TaskSetup } from './taskContext.ts';
import type { TaskName } from './tasks/registry.ts';
import { TABLE_TASKS } from './tasks/tableTasks.ts';
import { codeOf } from './tasks/taskOrder.ts';
import { THREAD_LIMITS } from './threadLimits.ts';

export interface TaskRequest {
  readonly id: number;
  readonly name: TaskName;
  readonly params: unknown;
}

export type TaskReply =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly error: SerializedError };

interface Job extends TaskRequest {
  readonly isUrgent: boolean;
  readonly resolve: (result: never) => void;
  readonly reject: (error: AnalysisError) => void;
}

/** A thread that has run fewer tasks with tables holds too little of them to be worth the start of another one. */
const TABLE_TASKS_WORTH_A_START = 16;

/**
 * A pool of worker threads that run `memberPath`, each started when there is work for it, so that a small file does not
 * pay for many; where the setup is still to come, `awaited` of them are started meanwhile. One task at a time in each; a dead thread fails the pool. A thread that holds tables which no task that waits needs
 * gives way to a fresh one: for 50,000 rows the tables of two threads are some 100 MB.
 */
export const workerTaskPool =
  (memberPath: string): CreateTaskPool =>
  (given, threads, awaited = 0) => {
    let setup: TaskSetup | undefined;
    const queue: Job[] = [];
    /** All that were ever started; those with `codesRun` can take tasks. */
    const workers: Worker[] = [];
    const running = new Map<Worker, Job>();
    const idle: Worker[] = [];
    const codesRun = new Map<Worker, Set<TaskName>>();
    const tableTasksRun = new Map<Worker, number>();
    let nextId = 0;
    let fault: AnalysisError | undefined;
    let closing = false;

    const failAll = (error: AnalysisError) => {
      if (closing) return;
      fault ??= error;
      for (const job of [...running.values(), ...queue.splice(0)]) job.reject(fault);
      running.clear();
    };
    const startWorker = () => {
      const worker = new Worker(memberPath, { resourceLimits: THREAD_LIMITS });
      // The first message; it comes before any task.
      if (setup) worker.postMessage(setup);
      worker.on('message', (reply: TaskReply) => {
        const job = running.get(worker);
        running.delete(worker);
        idle.push(worker);
        if (job?.id === reply.id) {
          if (reply.ok) job.resolve(reply.result as never);
          else job.reject(toAnalysisError(reply.error));
        }
        dispatch();
      });
      worker.on('error', (error) => failAll(threadFault(error)));
      worker.on('exit', (code) => failAll(deadThread(code)));
      workers.push(worker);
      codesRun.set(worker, new Set());
      tableTasksRun.set(worker, 0);
      return worker;
    };
    const isSpent = (worker: Worker, next: TaskName) => {
      if (tableTasksRun.get(worker)! < TABLE_TASKS_WORTH_A_START) return false;
      const own = codesRun.get(worker)!;
      return ![next, ...queue.map(({ name }) => name)].some(
        (name) => TABLE_TASKS.has(name) && own.has(name),
      );
    };
    const replace = (worker: Worker) => {
      worker.removeAllListeners();
      codesRun.delete(worker);
      void worker.terminate();
      return startWorker();
    };
    const placeFor = (own: ReadonlySet<TaskName>) =>
      nextTask(queue, own, codesRun.values(), running.values());
    /** A thread that is free, or not yet started, and the place of what it does next. */
    const nextFree = (): { readonly worker: Worker; readonly place: number } | undefined => {
      for (let at = idle.length - 1; at >= 0; at--) {
        const place = placeFor(codesRun.get(idle[at]!)!);
        if (place !== undefined) return { worker: idle.splice(at, 1)[0]!, place };
      }
      const place = codesRun.size < threads ? placeFor(new Set()) : undefined;
      return place === undefined ? undefined : { worker: startWorker(), place };
    };
    const dispatch = () => {
      while (setup && queue.length > 0) {
        const free = nextFree();
        if (!free) return;
        const [job] = queue.splice(free.place, 1) as [Job];
        const worker = isSpent(free.worker, job.name) ? replace(free.worker) : free.worker;
        codesRun.get(worker)!.add(codeOf(job.name));
        if (TABLE_TASKS.has(job.name)) tableTasksRun.set(worker, tableTasksRun.get(worker)! + 1);
        running.set(worker, job);
        const request: TaskRequest = { id: job.id, name: job.name, params: job.params };
        worker.postMessage(request);
      }
    };

    const begin = (known: TaskSetup) => {
      setup = known;
      for (const worker of workers) worker.postMessage(setup);
      dispatch();
    };
    if (given instanceof Promise) {
      // Who made the promise closes the pool where it is broken.
      given.then(begin, () => undefined);
      while (workers.length < Math.min(awaited, threads)) idle.push(startWorker());
    } else begin(given);

    return {
      run: (name, params, isUrgent = false) =>
        new Promise((resolve, reject) => {
          if (fault) {
            reject(fault);
            return;
          }
          queue.push({ id: nextId++, name, params, isUrgent, resolve, reject });
          dispatch();
        }),
      close: async () => {
        closing = true;
        await Promise.all(workers.map((worker) => worker.terminate()));
      },
    };
  };

/** What an uncaught error of a thread means to the person. */
export function threadFault(error: unknown): AnalysisError {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new AnalysisError('out-of-memory', faults.outOfMemory)
    : new AnalysisError('worker-died', faults.workerStopped, message ?? '…');
}

export function deadThread(exitCode: number): AnalysisError {
  return new AnalysisError('worker-died', faults.workerEnded, exitCode);
}
