export interface PhaseTiming<Phase extends string> {
  readonly phase: Phase;
  readonly durationMs: number;
}

/** Times phases that run side by side: each by the clock, with what it waits for. */
export interface PhaseClock<Phase extends string> {
  /** Does a part of a phase's work; the parts of a phase add up. Rejects with whatever the work, or `check`, throws. */
  readonly timed: <Result>(phase: Phase, work: () => Result | Promise<Result>) => Promise<Result>;
  /** Of the phases of which a part has ended, in the order in which the first part did. */
  readonly timings: () => PhaseTiming<Phase>[];
}

/**
 * @param known a phase that was over before
 * @param check called before each part; may throw
 * @param onEnd called after each part
 */
export function createPhaseClock<Phase extends string>(
  known: PhaseTiming<Phase>,
  check: () => void,
  onEnd: (phase: Phase) => void,
): PhaseClock<Phase> {
  const durationsMs = new Map<Phase, number>([[known.phase, known.durationMs]]);
  return {
    async timed(phase, work) {
      check();
      const startMs = performance.now();
      const result = await work();
      const earlierMs = durationsMs.get(phase) ?? 0;
      durationsMs.set(phase, earlierMs + performance.now() - startMs);
      onEnd(phase);
      return result;
    },
    timings: () => Array.from(durationsMs, ([phase, durationMs]) => ({ phase, durationMs })),
  };
}
