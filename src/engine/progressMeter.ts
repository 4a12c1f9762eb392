import type { Phase, Progress } from './inspection.ts';

/** Each phase's share of the work on a typical file; they sum to 1. */
const SHARES: Record<Phase, number> = {
  index: 0.03,
  micro: 0.22,
  features: 0.25,
  macro: 0.2,
  'near-duplicates': 0.05,
  'off-distribution': 0.1,
  meso: 0.1,
  wording: 0.05,
};

/** Turns what the phases report into one share of the whole that never falls. */
export function progressMeter(onProgress: (progress: Progress) => void) {
  const done = new Map<Phase, number>();
  let highest = 0;
  return {
    /** @param share how much of the phase is done, 0–1 */
    report(phase: Phase, share: number): void {
      done.set(phase, Math.max(share, done.get(phase) ?? 0));
      let fraction = 0;
      for (const [name, part] of done) fraction += SHARES[name] * part;
      highest = Math.max(highest, Math.min(1, fraction));
      onProgress({ phase, fraction: highest });
    },
  };
}

export type ProgressMeter = ReturnType<typeof progressMeter>;

/** Counts finished steps of a phase. */
export function stepCounter(meter: ProgressMeter, phase: Phase, steps: number): () => void {
  let finished = 0;
  return () => meter.report(phase, ++finished / Math.max(1, steps));
}
