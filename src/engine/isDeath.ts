import { AnalysisError } from '../data/analysisError.ts';

/** Whether a failure is the end of the thread that was asked: it answers nothing any more. */
export function isDeath(error: unknown): boolean {
  return (
    error instanceof AnalysisError &&
    (error.code === 'worker-died' || error.code === 'out-of-memory')
  );
}
