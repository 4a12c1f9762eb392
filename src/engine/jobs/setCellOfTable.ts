import type { RunTableEdit } from '../../data/runTable/editRunTable.ts';
import { readRunTable } from '../../data/runTable/readRunTable.ts';
import { setRunCell, type CellChange } from '../../data/runTable/setRunCell.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { JobEnvironment } from './job.ts';

/** How a table changes of which one cell is set; nothing is written. */
export function setCellOfTable(
  { text, change }: { readonly text: string; readonly change: CellChange },
  { cancelFlag }: JobEnvironment<never>,
): Promise<RunTableEdit> {
  throwIfCancelled(cancelFlag);
  return Promise.resolve(setRunCell(readRunTable(text), text, change));
}
