import { rowSurprise, type RowSurprise } from '../../metrics/flags/rowSurprise.ts';
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
const IS_NAMED = 1;
const HAS_NO_NAME = 2;

/** How odd the wording of each row is among all rows. */
export function measureWording(
  context: TaskContext,
  { columns, learned, encoding }: MeasureWordingParams,
): RowSurprise {
  const checkpoint = () => throwIfCancelled(context.setup.cancelFlag);
  const tokenizer = context.tokenizer(encoding);
  /** Of each token asked for so far. */
  const known = new Uint8Array(tokenizer.vocabularySize);
  const isNamed = (token: number): boolean => {
    const state = known[token]!;
    if (state !== 0) return state === IS_NAMED;
    const isNamedToken = NAMED.test(tokenizer.decodeToken(token));
    known[token] = isNamedToken ? IS_NAMED : HAS_NO_NAME;
    return isNamedToken;
  };
  return rowSurprise(columns, { checkpoint, ...(learned && { learned }) }, isNamed);
}
