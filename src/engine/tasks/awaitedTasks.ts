import type { TaskName } from './registry.ts';

/** Links of a chain: another task is asked for only when these are done. Started late they would leave threads idle at the end. */
export const AWAITED_TASKS: ReadonlySet<TaskName> = new Set<TaskName>([
  'neighbourIndex',
  'neighbourSlice',
  'confirmFar',
]);

/** Short ones that nothing but the end waits for: they fill the gaps. */
export const SMALL_TASKS: ReadonlySet<TaskName> = new Set<TaskName>(['mesoChunk']);
