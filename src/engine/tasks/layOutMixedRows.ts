import { layOutFolds } from '../../metrics/compare/layOutFolds.ts';
import type { FoldLayout } from '../../metrics/compare/foldLayout.ts';
import { bagsOfTokens } from '../../metrics/compare/tokenFeatures.ts';
import {
  meaningfulRows,
  selectRows,
  type EmbeddingMatrix,
} from '../../metrics/embed/embeddingMatrix.ts';
import { createRandom } from '../../metrics/stats/random.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { sharedInt32 } from '../shared.ts';
import type { TaskContext } from '../taskContext.ts';

export interface LayOutMixedRowsParams {
  /** Embeddings, or tokens, of rows of both files. */
  readonly by: EmbeddingMatrix | TokenColumn;
  /** Place of each row, numbered over both files, among them; −1 where it has none. */
  readonly placeOfRow: Int32Array;
  /** The rows that are needed. */
  readonly rows: Uint32Array;
  /** Rows of a mixture or held back, whichever are fewer. */
  readonly fewest: number;
  readonly seed: number;
}

export interface MixedLayout {
  /** In shared memory. */
  readonly layout: FoldLayout;
  /** Place of each row in the layout; −1 for a row that takes no part. In shared memory. */
  readonly placeOfRow: Int32Array;
}

/** Lays rows out for a classifier; undefined where fewer than two of them have a meaning, or a token. */
export function layOutMixedRows(
  { setup }: TaskContext,
  { by, placeOfRow, rows, fewest, seed }: LayOutMixedRowsParams,
): MixedLayout | undefined {
  const checkpoint = () => throwIfCancelled(setup.cancelFlag);
  const placed = rows.filter((row) => placeOfRow[row]! >= 0);
  const places = placed.map((row) => placeOfRow[row]!);
  const matrix = matrixOf(by, places, checkpoint);
  const meaningful = meaningfulRows(matrix);
  if (meaningful.length < 2) return undefined;
  const random = createRandom(seed);
  const chosen = selectRows(matrix, meaningful);
  const { layout, order } = layOutFolds(chosen, fewest, random, checkpoint);
  const laidOut = sharedInt32(placeOfRow.length).fill(-1);
  order.forEach((at, place) => (laidOut[placed[meaningful[at]!]!] = place));
  const values = new Int8Array(new SharedArrayBuffer(layout.values.length));
  values.set(layout.values);
  return { layout: { ...layout, values }, placeOfRow: laidOut };
}

function matrixOf(
  by: LayOutMixedRowsParams['by'],
  places: Uint32Array,
  checkpoint: () => void,
): EmbeddingMatrix {
  if (!('offsets' in by)) return selectRows(by, places);
  const [bags] = bagsOfTokens([{ column: by, rows: places }], checkpoint);
  return bags!;
}
