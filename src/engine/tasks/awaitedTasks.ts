import type { TaskName } from './registry.ts';

/** Links of a chain: another task is asked for only when these are done. Started late they would leave threads idle at the end. */
export const AWAITED_TASKS: ReadonlySet<TaskName> = new Set<TaskName>([
  'neighbourIndex',
  'neighbourSlice',
  'confirmFar',
]);

/** Many short ones that little waits for: a thread begins with them where there is nothing else to begin. */
export const SMALL_TASKS: ReadonlySet<TaskName> = new Set<TaskName>(['mesoChunk']);
