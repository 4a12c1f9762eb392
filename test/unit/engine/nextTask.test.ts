import { describe, expect, it } from 'vitest';
import { nextTask } from '../../../src/engine/nextTask.ts';
import type { TaskName } from '../../../src/engine/tasks/registry.ts';

const task = (name: TaskName, isUrgent = false) => ({ name, isUrgent });

const next = (waiting: TaskName[], own: TaskName[], ...others: TaskName[][]) =>
  waiting[
    nextTask(
      waiting.map((name) => task(name)),
      new Set(own),
      [own, ...others].map((kinds) => new Set(kinds)),
    )
  ];

describe('nextTask', () => {
  it('takes the first where all are alike', () => {
    expect(nextTask([task('readChunk'), task('readChunk')], new Set(), [])).toBe(0);
  });

  it('stays with the kind that the thread has run', () => {
    expect(next(['joinDuplicates', 'featureChunk'], ['featureChunk'])).toBe('featureChunk');
  });

  it('takes a kind that no thread has run before one that another is at', () => {
    expect(next(['featureChunk', 'joinDuplicates'], ['readChunk'], ['featureChunk'])).toBe(
      'joinDuplicates',
    );
    expect(next(['featureChunk', 'mesoChunk'], ['readChunk'], ['featureChunk'])).toBe('mesoChunk');
  });

  it('is not idle while another thread has more of its kind to do', () => {
    expect(next(['featureChunk'], ['mesoChunk'], ['featureChunk'])).toBe('featureChunk');
  });

  it('takes what is urgent before all else, though another thread is at its kind', () => {
    const waiting = [task('readChunk'), task('neighbourIndex'), task('measureMicroField', true)];
    const own = new Set<TaskName>(['readChunk']);
    expect(nextTask(waiting, own, [own, new Set(['measureMicroField'])])).toBe(2);
  });

  it('takes what others wait for first, small tasks last', () => {
    expect(next(['featureChunk', 'neighbourIndex'], ['featureChunk'])).toBe('neighbourIndex');
    expect(next(['mesoChunk', 'joinDuplicates'], ['mesoChunk'])).toBe('joinDuplicates');
  });

  it('leaves what others wait for to the thread that is at it, while there is something else', () => {
    const waiting: TaskName[] = ['neighbourSlice', 'measureMacroField', 'mesoChunk'];
    expect(next(waiting, ['measureMacroField'], ['neighbourSlice'])).toBe('measureMacroField');
    expect(next(waiting, ['mesoChunk'], ['neighbourSlice', 'measureMacroField'])).toBe('mesoChunk');
    expect(next(['neighbourSlice'], ['mesoChunk'], ['neighbourSlice'])).toBe('neighbourSlice');
  });
});
