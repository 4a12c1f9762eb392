import type { ComparedFiles, JointMap } from './compare/comparison.ts';
import type { CompareRequest } from './compare/compareFiles.ts';
import { runJob, type JobListener, type RunningJob } from './runJob.ts';

/** A running comparison: its result comes before the map is laid out. */
export interface RunningComparison extends RunningJob<ComparedFiles> {
  /** Comes after the result; undefined where none could be made, or the comparison was cancelled. Never rejects. */
  readonly map: Promise<JointMap | undefined>;
}

/** Starts a comparison with a map of both files in a thread of its own. */
export function runComparison(
  request: Omit<CompareRequest, 'withMap'>,
  listener: Pick<JobListener<'compareFiles'>, 'onProgress'>,
): RunningComparison {
  let handOver: (compared: ComparedFiles) => void = () => undefined;
  const job = runJob(
    'compareFiles',
    { ...request, withMap: true },
    { ...listener, onUpdate: ({ compared }) => handOver(compared) },
  );
  const result = new Promise<ComparedFiles>((resolve, reject) => {
    handOver = resolve;
    job.result.catch(reject);
  });
  const map = job.result.then(
    (compared) => compared.map,
    () => undefined,
  );
  return { ...job, result, map };
}
