import { Worker } from 'node:worker_threads';
import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { nextTask } from './nextTask.ts';
import { toAnalysisError, type SerializedError } from './serializedError.ts';
import { stopListening } from './stopListening.ts';
import type { CreateTaskPool } from './taskPool.ts';
import type { TaskSetup } from './taskContext.ts';
import type { TaskName } from './tasks/registry.ts';
import { codeOf } from './tasks/taskOrder.ts';
import { THREAD_LIMITS } from './threadLimits.ts';
import { unexpectedFault } from './unexpectedFault.ts';
import { watchGrowth } from './watchGrowth.ts';

export interface TaskRequest {
  readonly id: number;
  readonly name: TaskName;
  readonly params: unknown;
}

export type TaskReply =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly error: SerializedError };

export type ToMember =
  /** The first of a pool, before any task. */
  | { readonly type: 'begin'; readonly setup: TaskSetup }
  | { readonly type: 'run'; readonly request: TaskRequest }
  /** Nothing is asked for before the next 'begin'. */
  | { readonly type: 'rest' };

/** The answer to 'rest', once the files of the pool are closed. */
export type AtRest = 'at rest';

/** A thread, and the code that it has compiled because it ran it. */
interface Member {
  readonly worker: Worker;
  readonly codes: Set<TaskName>;
}

interface Job extends TaskRequest {
  readonly isUrgent: boolean;
  readonly resolve: (result: never) => void;
  readonly reject: (error: AnalysisError) => void;
}

/**
 * Pools of worker threads that run `memberPath`, each started when there is work for it, so that a small file does not
 * pay for many; where the setup is still to come, `awaited` of them are started meanwhile. One task at a time in each; a dead
 * thread fails its pool.
 * @param keepsThreads whether the threads of a closed pool rest until another takes them, as compiling anew what they have
 *   run can take as long as running it: for whoever ends them by ending itself
 */
export function workerTaskPools(memberPath: string, { keepsThreads = false } = {}): CreateTaskPool {
  const resting = new Set<Member>();
  const letRest = (member: Member) => {
    const { worker } = member;
    stopListening(worker);
    // Waited for, as whoever closes a pool may remove what its threads had open, and Windows keeps a folder with open files.
    return new Promise<void>((resolve) => {
      worker
        .on('error', () => undefined)
        .on('exit', () => {
          resting.delete(member);
          resolve();
        })
        .once('message', () => {
          resting.add(member);
          resolve();
        });
      worker.postMessage({ type: 'rest' } satisfies ToMember);
    });
  };
  const wake = (): Member | undefined => {
    const [member] = resting;
    if (member) {
      resting.delete(member);
      stopListening(member.worker);
    }
    return member;
  };

  return (given, threads, awaited = 0) => {
    const hasGrown = watchGrowth();
    let setup: TaskSetup | undefined;
    const queue: Job[] = [];
    const members = new Set<Member>();
    const running = new Map<Member, Job>();
    const idle: Member[] = [];
    let nextId = 0;
    let fault: AnalysisError | undefined;
    let closing = false;

    const failAll = (error: AnalysisError) => {
      if (closing) return;
      fault ??= error;
      for (const job of [...running.values(), ...queue.splice(0)]) job.reject(fault);
      running.clear();
    };
    const begin = ({ worker }: Member, known: TaskSetup) =>
      worker.postMessage({ type: 'begin', setup: known } satisfies ToMember);
    const addMember = () => {
      const member = wake() ?? {
        worker: new Worker(memberPath, { resourceLimits: THREAD_LIMITS }),
        codes: new Set(),
      };
      const { worker } = member;
      if (setup) begin(member, setup);
      worker.on('message', (reply: TaskReply) => {
        const job = running.get(member);
        running.delete(member);
        idle.push(member);
        if (job?.id === reply.id) {
          if (reply.ok) job.resolve(reply.result as never);
          else job.reject(toAnalysisError(reply.error));
        }
        dispatch();
      });
      worker.on('error', (error) => failAll(unexpectedFault(error)));
      worker.on('exit', (code) => failAll(deadThread(code)));
      members.add(member);
      return member;
    };
    const placeFor = (own: ReadonlySet<TaskName>) =>
      nextTask(
        queue,
        own,
        Array.from(members, ({ codes }) => codes),
        running.values(),
      );
    /** A thread that is free, or not yet started, and the place of what it does next. */
    const nextFree = (): { readonly member: Member; readonly place: number } | undefined => {
      for (let at = idle.length - 1; at >= 0; at--) {
        const place = placeFor(idle[at]!.codes);
        if (place !== undefined) return { member: idle.splice(at, 1)[0]!, place };
      }
      const place = members.size < threads ? placeFor(new Set()) : undefined;
      return place === undefined ? undefined : { member: addMember(), place };
    };
    const dispatch = () => {
      // The threads of a closed pool are at rest, or another's.
      while (setup && !closing && queue.length > 0) {
        const free = nextFree();
        if (!free) return;
        const { member, place } = free;
        const [job] = queue.splice(place, 1) as [Job];
        member.codes.add(codeOf(job.name));
        running.set(member, job);
        const request: TaskRequest = { id: job.id, name: job.name, params: job.params };
        member.worker.postMessage({ type: 'run', request } satisfies ToMember);
      }
    };

    const beginAll = (known: TaskSetup) => {
      if (closing) return;
      setup = known;
      for (const member of members) begin(member, known);
      dispatch();
    };
    if (given instanceof Promise) {
      // Who made the promise closes the pool where it is broken.
      given.then(beginAll, () => undefined);
      while (members.size < Math.min(awaited, threads)) idle.push(addMember());
    } else beginAll(given);

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
        const mayRest = keepsThreads && !fault && !hasGrown();
        const ended = Array.from(members, (member) =>
          mayRest && !running.has(member) ? letRest(member) : member.worker.terminate(),
        );
        await Promise.all<unknown>(ended);
      },
    };
  };
}

export function deadThread(exitCode: number): AnalysisError {
  return new AnalysisError('worker-died', faults.workerEnded, exitCode);
}
