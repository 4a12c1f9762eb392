import { createSelectableDataset } from '../select/selectableDataset.ts';
import type { SelectPhase, SelectRequest, SelectResult } from '../select/selection.ts';
import type { JobEnvironment } from './job.ts';

/** Reads a data set and chooses rows of it; nothing is written. @throws RangeError for settings that are none, AnalysisError */
export function selectRows(
  { select, ...source }: SelectRequest,
  { cancelFlag, createPool, askToSend, onProgress }: JobEnvironment<SelectPhase>,
): Promise<SelectResult> {
  const dataset = createSelectableDataset(source, { createPool, askToSend });
  return dataset.choose(select, { cancelFlag, onProgress });
}
