import { rowSurprise, type RowSurprise } from '../../metrics/flags/rowSurprise.ts';
import { createWordingModel } from '../../metrics/flags/wordingModel.ts';
import type { BytePairEncoding } from '../../metrics/text/bytePairEncoding.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface MeasureWordingParams {
  /** The tokens of each field. */
  readonly columns: readonly TokenColumn[];
  /** 1 for each row that the model learns from; absent: all rows. */
  readonly learned?: Uint8Array;
  readonly encoding: BytePairEncoding;
}

/** A letter or digit, or the bytes of a part of a character, which may be one. */
const NAMED = /[\p{L}\p{N}\uFFFD]/u;

/** How odd the wording of each row is among all rows. */
export function measureWording(
  context: TaskContext,
  { columns, learned, encoding }: MeasureWordingParams,
): RowSurprise {
  const checkpoint = () => throwIfCancelled(context.setup.cancelFlag);
  const model = createWordingModel(columns, { checkpoint, ...(learned && { learned }) });
  const tokenizer = context.tokenizer(encoding);
  const known = new Map<number, boolean>();
  const isNamed = (token: number): boolean => {
    let named = known.get(token);
    if (named === undefined) {
      named = NAMED.test(tokenizer.decodeToken(token));
      known.set(token, named);
    }
    return named;
  };
  return rowSurprise(model, columns[0]!.offsets.length - 1, isNamed);
}
