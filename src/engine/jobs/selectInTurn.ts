import type { CancelFlag } from '../cancellation.ts';
import { createSelectableDataset } from '../select/selectableDataset.ts';
import type {
  SelectPhase,
  SelectResult,
  SelectSettings,
  SelectSource,
} from '../select/selection.ts';
import { serializeError, type SerializedError } from '../serializedError.ts';
import type { JobProgress, OrderedJobEnvironment } from './job.ts';

export interface SelectOrder {
  readonly id: number;
  readonly select: SelectSettings;
  /** Of this choice alone. */
  readonly cancelFlag: CancelFlag;
}

export type SelectUpdate = { readonly id: number } & (
  | { readonly type: 'progress'; readonly progress: JobProgress<SelectPhase> }
  | { readonly type: 'done'; readonly result: SelectResult }
  | { readonly type: 'failed'; readonly error: SerializedError }
);

/**
 * Chooses rows of one data set as often as asked, one choice after the other; what does not depend on the settings of a choice
 * is read and measured once. A choice is the same as by `selectRows`.
 */
export async function selectInTurn(
  source: SelectSource,
  { orders, onUpdate, createPool, askToSend }: OrderedJobEnvironment<SelectOrder, SelectUpdate>,
): Promise<void> {
  const dataset = createSelectableDataset(source, { createPool, askToSend });
  for await (const { id, select, cancelFlag } of orders) {
    try {
      const result = await dataset.choose(select, {
        cancelFlag,
        onProgress: (progress) => onUpdate({ id, type: 'progress', progress }),
      });
      onUpdate({ id, type: 'done', result });
    } catch (error) {
      onUpdate({ id, type: 'failed', error: serializeError(error) });
    }
  }
}
