import type { TaskName } from './tasks/registry.ts';
import { TABLE_TASKS } from './tasks/tableTasks.ts';
import { codeOf, LAST_PLACE, LEVELS, placeInOrder, SMALL_TASKS } from './tasks/taskOrder.ts';

/** A thread that reads its tables first comes too late for fewer; of small ones many are done meanwhile. */
const TABLE_TASKS_WORTH_JOINING = 4;
const SMALL_TASKS_WORTH_JOINING = 16;
/** Above the ranks of all kinds that the thread has run, or that no thread has. */
const LEAST_RANK_OF_OTHERS = 3 * (LAST_PLACE + 1);

/**
 * Which task a free thread takes: an urgent one, or else by the order of their kinds (`placeInOrder`), and of these one of
 * a kind that the thread has run before, or that no thread has. The code of a task is compiled, and its tables are read,
 * in every thread that runs one of its kind: a kind that another thread has run is taken only where nothing else is left, and
 * the last few with tables are left to a thread that is at one. Only the levels, which are waited
 * for, are shared before the flags begin.
 * @param waiting the tasks that wait, the longest waiting first; at least one
 * @param own the code (`codeOf`) that the thread has run
 * @param ofThreads the code that each of the threads has run
 * @param atWork the tasks that are run now
 * @returns the place in `waiting`; the first of several that are as good; undefined where none of them is for this thread
 */
export function nextTask(
  waiting: readonly { readonly name: TaskName; readonly isUrgent: boolean }[],
  own: ReadonlySet<TaskName>,
  ofThreads: Iterable<ReadonlySet<TaskName>>,
  atWork: Iterable<{ readonly name: TaskName }>,
): number | undefined {
  const known = new Set<TaskName>();
  for (const codes of ofThreads) for (const code of codes) known.add(code);
  const ranks = waiting.map(({ name, isUrgent }) => {
    if (isUrgent) return -1;
    const code = codeOf(name);
    const isOwn = own.has(code);
    const isOthers = !isOwn && known.has(code);
    const order = placeInOrder(name, isOthers);
    if (isOwn) return 3 * order;
    if (!isOthers) return 3 * order + 1;
    return order === LEVELS ? 3 * order + 2 : LEAST_RANK_OF_OTHERS + order;
  });
  const place = ranks.indexOf(Math.min(...ranks));
  const { name } = waiting[place]!;
  const least = SMALL_TASKS.has(name) ? SMALL_TASKS_WORTH_JOINING : TABLE_TASKS_WORTH_JOINING;
  const isLate =
    ranks[place]! >= LEAST_RANK_OF_OTHERS &&
    TABLE_TASKS.has(name) &&
    waiting.filter((task) => task.name === name).length < least;
  return isLate && [...atWork].some((task) => task.name === name) ? undefined : place;
}
