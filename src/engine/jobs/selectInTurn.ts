import type { CancelFlag } from '../cancellation.ts';
import { createSelectableDataset, type MapOfRows } from '../select/selectableDataset.ts';
import type {
  SelectPhase,
  SelectResult,
  SelectSettings,
  SelectSource,
} from '../select/selection.ts';
import { serializeError, type SerializedError } from '../serializedError.ts';
import type { JobProgress, OrderedJobEnvironment } from './job.ts';

export type SelectOrder = {
  readonly id: number;
  /** Of this order alone. */
  readonly cancelFlag: CancelFlag;
} & ({ readonly type: 'choose'; readonly select: SelectSettings } | { readonly type: 'map' });

export type SelectUpdate = { readonly id: number } & (
  | { readonly type: 'progress'; readonly progress: JobProgress<SelectPhase> }
  | { readonly type: 'chosen'; readonly result: SelectResult }
  | { readonly type: 'mapped'; readonly map: MapOfRows | undefined }
  | { readonly type: 'failed'; readonly error: SerializedError }
);

/**
 * Chooses rows of one data set as often as asked, one choice after the other; what does not depend on the settings of a choice
 * is read and measured once. A choice is the same as by `selectRows`. The map is laid out after a choice only.
 */
export async function selectInTurn(
  source: SelectSource,
  { orders, onUpdate, createPool, askToSend }: OrderedJobEnvironment<SelectOrder, SelectUpdate>,
): Promise<void> {
  const dataset = createSelectableDataset(source, { createPool, askToSend });
  for await (const order of orders) {
    const { id, cancelFlag } = order;
    try {
      if (order.type === 'map') {
        const map = await dataset.map(cancelFlag);
        onUpdate({ id, type: 'mapped', map }, [map]);
        continue;
      }
      const result = await dataset.choose(order.select, {
        cancelFlag,
        onProgress: (progress) => onUpdate({ id, type: 'progress', progress }),
      });
      onUpdate({ id, type: 'chosen', result });
    } catch (error) {
      onUpdate({ id, type: 'failed', error: serializeError(error) });
    }
  }
}
