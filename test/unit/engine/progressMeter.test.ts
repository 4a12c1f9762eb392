import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../src/engine/inspection.ts';
import { progressMeter, stepCounter } from '../../../src/engine/progressMeter.ts';

describe('progressMeter', () => {
  it('never falls and ends at one', () => {
    const seen: Progress[] = [];
    const meter = progressMeter((progress) => seen.push(progress));
    meter.report('index', 1);
    const step = stepCounter(meter, 'micro', 2);
    step();
    meter.report('micro', 0.1);
    step();
    for (const phase of [
      'features',
      'macro',
      'near-duplicates',
      'off-distribution',
      'meso',
      'wording',
    ] as const)
      meter.report(phase, 1);
    const fractions = seen.map(({ fraction }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBeCloseTo(1, 12);
    expect(seen.at(-1)?.phase).toBe('wording');
  });
});
