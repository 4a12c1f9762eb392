import { planFields } from '../data/fieldPlan.ts';
import type { CancelFlag } from './cancellation.ts';
import type { TaskSetup } from './taskContext.ts';

/** The setup of a pool whose tasks work on columns that were read before: there is no file, and no task may read one. */
export function columnsOnly(cancelFlag: CancelFlag): TaskSetup {
  return {
    source: { kind: 'memory', path: '', bytes: new SharedArrayBuffer(0) },
    lineStarts: new Float64Array(1),
    plan: planFields([], {}),
    cancelFlag,
  };
}
