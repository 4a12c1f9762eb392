import { forEachRow } from '../forEachRow.ts';
import type { RowRange } from '../reading.ts';
import type { TaskContext } from '../taskContext.ts';

export interface ReadTextsParams {
  readonly range: RowRange;
  /** Place of a row in the embedding matrices, −1 where the row was not sampled. */
  readonly slotOfRow: Int32Array;
}

export interface KeyedText {
  readonly key: string;
  readonly text: string;
}

export interface RowTexts {
  readonly slot: number;
  readonly instruction?: KeyedText;
  readonly response?: KeyedText;
}

/** Longer texts are cut: no model for sentences reads more, and some servers refuse it. */
const MOST_CHARACTERS = 8_000;

/** The texts of the sampled rows in a run of lines, as an endpoint gets them. */
export async function readTexts(
  context: TaskContext,
  { range, slotOfRow }: ReadTextsParams,
): Promise<RowTexts[]> {
  // Hashing is loaded by the threads that come to it.
  const { textKey } = await import('../embeddingCache.ts');
  const keyed = (whole: string): KeyedText => {
    // Half a surrogate pair at the cut would not be text.
    const text = whole.slice(0, MOST_CHARACTERS).toWellFormed();
    return { key: textKey(text), text };
  };
  const rows: RowTexts[] = [];
  let row = range.firstRow;
  forEachRow(context, range, ({ instruction, response }) => {
    const slot = slotOfRow[row++]!;
    if (slot < 0) return;
    rows.push({
      slot,
      ...(instruction !== undefined && { instruction: keyed(instruction) }),
      ...(response !== undefined && { response: keyed(response) }),
    });
  });
  return rows;
}
