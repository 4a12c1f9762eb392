import { readRunTable } from '../../data/runTable/readRunTable.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { planTable, type PlanRequest, type TablePlan } from '../experiments/planTable.ts';
import type { JobEnvironment } from './job.ts';

/** How a table changes that takes the planned runs in, and what makes their data sets; nothing is written. */
export function planRunTable(
  { text, plan }: { readonly text: string | undefined; readonly plan: PlanRequest },
  { cancelFlag }: JobEnvironment<never>,
): Promise<TablePlan> {
  throwIfCancelled(cancelFlag);
  return Promise.resolve(planTable(readRunTable(text ?? ''), text, plan));
}
