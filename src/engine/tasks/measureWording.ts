import { rowSurprise, type RowSurprise } from '../../metrics/flags/rowSurprise.ts';
import { createWordingModel } from '../../metrics/flags/wordingModel.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface MeasureWordingParams {
  /** The tokens of each field. */
  readonly columns: readonly TokenColumn[];
  /** 1 for each row that the model learns from; absent: all rows. */
  readonly learned?: Uint8Array;
}

/** How odd the wording of each row is among all rows. */
export function measureWording(
  context: TaskContext,
  { columns, learned }: MeasureWordingParams,
): RowSurprise {
  const checkpoint = () => throwIfCancelled(context.setup.cancelFlag);
  const model = createWordingModel(columns, { checkpoint, ...(learned && { learned }) });
  return rowSurprise(model, columns[0]!.offsets.length - 1);
}
