import { Worker } from 'node:worker_threads';
import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { nextTask } from './nextTask.ts';
import { toAnalysisError, type SerializedError } from './serializedError.ts';
import type { CreateTaskPool } from './taskPool.ts';
import type { TaskSetup } from './taskContext.ts';
import type { TaskName } from './tasks/registry.ts';
import { codeOf } from './tasks/taskOrder.ts';
import { THREAD_LIMITS } from './threadLimits.ts';
import { unexpectedFault } from './unexpectedFault.ts';

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

/**
 * A pool of worker threads that run `memberPath`, each started when there is work for it, so that a small file does not
 * pay for many; where the setup is still to come, `awaited` of them are started meanwhile. One task at a time in each; a dead
 * thread fails the pool.
 */
export const workerTaskPool =
  (memberPath: string): CreateTaskPool =>
  (given, threads, awaited = 0) => {
    let setup: TaskSetup | undefined;
    const queue: Job[] = [];
    /** All that were started, each with what it has run. */
    const codesRun = new Map<Worker, Set<TaskName>>();
    const running = new Map<Worker, Job>();
    const idle: Worker[] = [];
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
      worker.on('error', (error) => failAll(unexpectedFault(error)));
      worker.on('exit', (code) => failAll(deadThread(code)));
      codesRun.set(worker, new Set());
      return worker;
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
        const { worker, place } = free;
        const [job] = queue.splice(place, 1) as [Job];
        codesRun.get(worker)!.add(codeOf(job.name));
        running.set(worker, job);
        const request: TaskRequest = { id: job.id, name: job.name, params: job.params };
        worker.postMessage(request);
      }
    };

    const begin = (known: TaskSetup) => {
      setup = known;
      for (const worker of codesRun.keys()) worker.postMessage(setup);
      dispatch();
    };
    if (given instanceof Promise) {
      // Who made the promise closes the pool where it is broken.
      given.then(begin, () => undefined);
      while (codesRun.size < Math.min(awaited, threads)) idle.push(startWorker());
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
        await Promise.all(Array.from(codesRun.keys(), (worker) => worker.terminate()));
      },
    };
  };

export function deadThread(exitCode: number): AnalysisError {
  return new AnalysisError('worker-died', faults.workerEnded, exitCode);
}
