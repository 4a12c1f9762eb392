import { AnalysisError } from '../data/analysisError.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';

/** A cancel flag that all threads of one job share: one Int32 in shared memory, 1 once cancelled. */
export type CancelFlag = Int32Array<SharedArrayBuffer>;

export function createCancelFlag(): CancelFlag {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

export function requestCancel(flag: CancelFlag): void {
  Atomics.store(flag, 0, 1);
}

export function isCancelled(flag: CancelFlag): boolean {
  return Atomics.load(flag, 0) === 1;
}

/** @throws AnalysisError with code `cancelled` once the flag is set */
export function throwIfCancelled(flag: CancelFlag): void {
  if (isCancelled(flag)) throw cancelled();
}

export const cancelled = () => new AnalysisError('cancelled', faults.cancelled);
