import { leakedRows, type LeakedRows, type LeakSearch } from '../../metrics/compare/leakedRows.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

/** Rows of the data set that repeat rows of the reference. */
export function findLeaks(
  { setup, isCancelled }: TaskContext,
  search: Omit<LeakSearch, 'isCancelled'>,
): LeakedRows {
  const found = leakedRows({ ...search, isCancelled });
  throwIfCancelled(setup.cancelFlag);
  return found;
}
