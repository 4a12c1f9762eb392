import { describe, expect, it } from 'vitest';
import { nextTask } from '../../../src/engine/nextTask.ts';
import type { TaskName } from '../../../src/engine/tasks/registry.ts';

const task = (name: TaskName, isUrgent = false) => ({ name, isUrgent });

/** @param others each the kinds of another thread, the last of which it is at */
const next = (waiting: TaskName[], own: TaskName[], ...others: TaskName[][]) => {
  const place = nextTask(
    waiting.map((name) => task(name)),
    new Set(own),
    [own, ...others].map((kinds) => new Set(kinds)),
    others.map((kinds) => task(kinds.at(-1)!)),
  );
  return place === undefined ? undefined : waiting[place];
};

describe('nextTask', () => {
  it('takes the first where all are alike', () => {
    expect(nextTask([task('readChunk'), task('readChunk')], new Set(), [], [])).toBe(0);
  });

  it('stays with the kind that the thread has run', () => {
    expect(next(['joinDuplicates', 'featureChunk'], ['featureChunk'])).toBe('featureChunk');
  });

  it('leaves kinds that run the same code to the same thread', () => {
    const waiting: TaskName[] = ['redrawTopicsOfField', 'measureSpreadOfField'];
    expect(next(waiting, ['measureTopicsOfField'])).toBe('redrawTopicsOfField');
    expect(next(waiting, ['mesoChunk'], ['measureTopicsOfField'])).toBe('measureSpreadOfField');
  });

  it('takes a kind that no thread has run before one that another is at', () => {
    expect(next(['featureChunk', 'joinDuplicates'], ['readChunk'], ['featureChunk'])).toBe(
      'joinDuplicates',
    );
    expect(next(['featureChunk', 'mesoChunk'], ['readChunk'], ['featureChunk'])).toBe('mesoChunk');
  });

  it('is not idle while another thread has more of its kind to do', () => {
    const waiting: TaskName[] = Array.from({ length: 4 }, () => 'featureChunk');
    expect(next(waiting, ['mesoChunk'], ['featureChunk'])).toBe('featureChunk');
  });

  it('leaves the last few that need tables to the thread that is at one', () => {
    const waiting: TaskName[] = Array.from({ length: 3 }, () => 'featureChunk');
    expect(next(waiting, ['mesoChunk'], ['featureChunk'])).toBeUndefined();
    expect(next(waiting, ['featureChunk'], ['featureChunk'])).toBe('featureChunk');
    expect(next(waiting, ['mesoChunk'], ['featureChunk', 'joinDuplicates'])).toBe('featureChunk');
    const small: TaskName[] = Array.from({ length: 15 }, () => 'mesoChunk');
    expect(next(small, ['featureChunk'], ['mesoChunk'])).toBeUndefined();
    expect(next([...small, 'mesoChunk'], ['featureChunk'], ['mesoChunk'])).toBe('mesoChunk');
    expect(next([...waiting, 'joinDuplicates'], [], ['featureChunk'])).toBe('joinDuplicates');
  });

  it('takes what is urgent before all else, though another thread is at its kind', () => {
    const waiting = [task('readChunk'), task('neighbourIndex'), task('measureMicroFields', true)];
    const own = new Set<TaskName>(['readChunk']);
    expect(nextTask(waiting, own, [own, new Set(['measureMicroFields'])], [])).toBe(2);
  });

  it('takes the levels first, then what others wait for', () => {
    const all: TaskName[] = ['joinDuplicates', 'neighbourIndex', 'measureSpreadOfField'];
    expect(next(all, ['joinDuplicates'])).toBe('measureSpreadOfField');
    expect(next(['joinDuplicates', 'neighbourIndex'], ['joinDuplicates'])).toBe('neighbourIndex');
    expect(next(['mergeMesoKinds', 'featureChunk'], ['featureChunk'])).toBe('featureChunk');
    const early: TaskName[] = ['measureMicroFields', 'featureChunk'];
    expect(next(early, ['featureChunk', 'measureMicroFields'])).toBe('measureMicroFields');
  });

  it('goes on with small tasks that no other thread has begun, so that none is idle at the end of a small file', () => {
    expect(next(['joinDuplicates', 'mesoChunk'], [])).toBe('mesoChunk');
    expect(next(['joinDuplicates', 'mesoChunk'], ['mesoChunk'])).toBe('mesoChunk');
    expect(next(['mesoChunk', 'joinDuplicates'], [], ['mesoChunk'])).toBe('joinDuplicates');
  });

  it('shares the levels with the thread that is at them, once nothing else of them is left', () => {
    const waiting: TaskName[] = ['neighbourIndex', 'measureTopicsOfField', 'measureSpreadOfField'];
    const beside = (own: TaskName[]) => next(waiting, own, ['measureTopicsOfField']);
    expect(beside(['mesoChunk'])).toBe('measureSpreadOfField');
    waiting.pop();
    expect(beside(['mesoChunk'])).toBe('measureTopicsOfField');
    expect(beside(['neighbourIndex'])).toBe('measureTopicsOfField');
  });

  it('leaves what others wait for to the thread that is at it, while there is something else', () => {
    const waiting: TaskName[] = ['neighbourSlice', 'measureTopicsOfField', 'mesoChunk'];
    expect(next(waiting, ['measureTopicsOfField'], ['neighbourSlice'])).toBe(
      'measureTopicsOfField',
    );
    expect(next(waiting, ['mesoChunk'], ['neighbourSlice', 'measureTopicsOfField'])).toBe(
      'mesoChunk',
    );
    expect(next(['neighbourSlice'], ['mesoChunk'], ['neighbourSlice'])).toBe('neighbourSlice');
  });
});
