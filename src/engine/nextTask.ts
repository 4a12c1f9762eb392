import { AWAITED_TASKS, SMALL_TASKS } from './tasks/awaitedTasks.ts';
import type { TaskName } from './tasks/registry.ts';

/**
 * Which task a free thread takes: an urgent one, or else what others wait for before the rest, small tasks last, and of these one of a kind that the
 * thread has run before, or that no thread has. The code of a task is compiled, and its tables are read, in every thread
 * that runs one of its kind: a kind that another thread is at is taken only where nothing else is left.
 * @param waiting the tasks that wait, the longest waiting first; at least one
 * @param own kinds that the thread has run
 * @param ofThreads kinds that each of the threads has run
 * @returns the place in `waiting`; the first of several that are as good
 */
export function nextTask(
  waiting: readonly { readonly name: TaskName; readonly isUrgent: boolean }[],
  own: ReadonlySet<TaskName>,
  ofThreads: Iterable<ReadonlySet<TaskName>>,
): number {
  const known = new Set<TaskName>();
  for (const kinds of ofThreads) for (const kind of kinds) known.add(kind);
  const ranks = waiting.map(({ name, isUrgent }) => {
    if (isUrgent) return -1;
    const urgency = AWAITED_TASKS.has(name) ? 0 : SMALL_TASKS.has(name) ? 2 : 1;
    if (own.has(name)) return 2 * urgency;
    return known.has(name) ? 6 + urgency : 2 * urgency + 1;
  });
  return ranks.indexOf(Math.min(...ranks));
}
