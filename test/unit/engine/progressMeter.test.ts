import { describe, expect, it } from 'vitest';
import type { JobProgress } from '../../../src/engine/jobs/job.ts';
import { progressMeter, stepCounter } from '../../../src/engine/progressMeter.ts';

describe('progressMeter', () => {
  it('never falls and ends at one', () => {
    const seen: JobProgress<'read' | 'measure' | 'write'>[] = [];
    const shares = { read: 0.2, measure: 0.7, write: 0.1 };
    const meter = progressMeter(shares, (progress) => seen.push(progress));
    meter.report('read', 1);
    const step = stepCounter(meter, 'measure', 2);
    step();
    meter.report('measure', 0.1);
    step();
    meter.report('write', 1);
    const fractions = seen.map(({ fraction }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBeCloseTo(1, 12);
    expect(seen.at(-1)?.phase).toBe('write');
  });

  it('adds up what is done of each phase, by its share of the work', () => {
    const fractions: number[] = [];
    const shares = { read: 0.25, measure: 0.75 };
    const meter = progressMeter(shares, ({ fraction }) => fractions.push(fraction));
    meter.report('read', 0.5);
    meter.report('measure', 0);
    const step = stepCounter(meter, 'measure', 3);
    step();
    meter.report('read', 1);
    expect(fractions).toEqual([0.125, 0.125, 0.375, 0.5]);
  });
});
