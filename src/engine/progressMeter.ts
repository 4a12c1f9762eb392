import type { JobProgress } from './jobs/job.ts';

/**
 * Turns what the phases of a job report into one share of the whole that never falls.
 * @param shares each phase's share of the work on a typical file; they sum to 1
 */
export function progressMeter<Phase extends string>(
  shares: Readonly<Record<Phase, number>>,
  onProgress: (progress: JobProgress<Phase>) => void,
) {
  const done = new Map<Phase, number>();
  let highest = 0;
  return {
    /** @param share how much of the phase is done, 0–1 */
    report(phase: Phase, share: number): void {
      done.set(phase, Math.max(share, done.get(phase) ?? 0));
      let fraction = 0;
      for (const [name, part] of done) fraction += shares[name] * part;
      highest = Math.max(highest, Math.min(1, fraction));
      onProgress({ phase, fraction: highest });
    },
  };
}

export type ProgressMeter<Phase extends string> = ReturnType<typeof progressMeter<Phase>>;

/** Counts finished steps of a phase. */
export function stepCounter<Phase extends string>(
  meter: ProgressMeter<Phase>,
  phase: Phase,
  steps: number,
): () => void {
  let finished = 0;
  return () => meter.report(phase, ++finished / Math.max(1, steps));
}
