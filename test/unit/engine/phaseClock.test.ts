import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPhaseClock } from '../../../src/engine/phaseClock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const after = (durationMs: number) => () =>
  new Promise<number>((done) => setTimeout(() => done(durationMs), durationMs));

it('adds up the parts of a phase, each by the clock, in the order in which they ended', async () => {
  const ended: string[] = [];
  const clock = createPhaseClock<'index' | 'read' | 'find'>(
    { phase: 'index', durationMs: 5 },
    () => undefined,
    (phase) => ended.push(phase),
  );
  const parts = [
    clock.timed('read', after(30)),
    clock.timed('find', after(10)),
    clock.timed('read', after(40)),
  ];
  await vi.advanceTimersByTimeAsync(20);
  expect(clock.timings()).toEqual([
    { phase: 'index', durationMs: 5 },
    { phase: 'find', durationMs: 10 },
  ]);
  await vi.advanceTimersByTimeAsync(20);
  expect(await Promise.all(parts)).toEqual([30, 10, 40]);
  expect(clock.timings()).toEqual([
    { phase: 'index', durationMs: 5 },
    { phase: 'find', durationMs: 10 },
    { phase: 'read', durationMs: 70 },
  ]);
  expect(ended).toEqual(['find', 'read', 'read']);
});

it('begins no part once the check fails', async () => {
  const work = vi.fn();
  const check = () => {
    throw new Error('cancelled');
  };
  const clock = createPhaseClock({ phase: 'index', durationMs: 5 }, check, () => undefined);
  await expect(clock.timed('index', work)).rejects.toThrow('cancelled');
  expect(work).not.toHaveBeenCalled();
});
