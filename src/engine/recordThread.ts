import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import type { ByteSource } from '../data/byteReader.ts';
import type { FieldPlan } from '../data/fieldPlan.ts';
import { createCancelFlag } from './cancellation.ts';
import { isDeath } from './isDeath.ts';
import type { TaskPool } from './taskPool.ts';
import type { TaskName, TaskParams, TaskResult } from './tasks/registry.ts';
import { workerThreads } from './workers.ts';

/** What an inspection knows of a file and needs to read its rows back. */
export interface InspectedFile {
  readonly source: ByteSource;
  readonly lineStarts: Float64Array;
  readonly plan: FieldPlan;
  readonly assetsFolder: string;
}

type RecordTask = Extract<
  TaskName,
  'readableRecord' | 'hashRows' | 'copyLines' | 'clusterDuplicates'
>;

/** A thread that reads rows of an inspected file back for a person: started when asked, ended when nobody asks any more. */
export interface RecordThread {
  /** Rejects with an AnalysisError. */
  run<Name extends RecordTask>(name: Name, params: TaskParams<Name>): Promise<TaskResult<Name>>;
  /** Another one of the same file, which stays open when this one is closed: for work that must not be cut off. */
  another(): RecordThread;
  close(): void;
}

const IDLE_MS = 60_000;

export function createRecordThread(file: InspectedFile, workers = workerThreads): RecordThread {
  const unsettled = new Set<(error: AnalysisError) => void>();
  let pool: TaskPool | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  function end(): void {
    void pool?.close();
    pool = undefined;
  }

  return {
    async run(name, params) {
      if (isClosed) throw closedMeanwhile();
      clearTimeout(idle);
      pool ??= workers.createPool({ ...file, cancelFlag: createCancelFlag() }, 1);
      const { promise: closed, reject } = withReject();
      unsettled.add(reject);
      try {
        const result: TaskResult<typeof name> = await Promise.race([
          pool.run(name, params),
          closed,
        ]);
        return result;
      } catch (error) {
        // The next request gets a new thread.
        if (isDeath(error)) end();
        throw error;
      } finally {
        unsettled.delete(reject);
        if (unsettled.size === 0) idle = setTimeout(end, IDLE_MS).unref();
      }
    },
    another: () => createRecordThread(file, workers),
    close() {
      isClosed = true;
      clearTimeout(idle);
      for (const reject of unsettled) reject(closedMeanwhile());
      end();
    },
  };
}

const closedMeanwhile = () => new AnalysisError('cancelled', faults.closedMeanwhile);

function withReject(): {
  readonly promise: Promise<never>;
  readonly reject: (error: AnalysisError) => void;
} {
  let reject: (error: AnalysisError) => void = () => undefined;
  const promise = new Promise<never>((_, fail) => (reject = fail));
  return { promise, reject };
}
