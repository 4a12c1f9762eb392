import { distinctNgramShares, type DistinctShares } from '../../metrics/micro/distinctNgrams.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import type { TaskContext } from '../taskContext.ts';

export interface DistinctNgramsParams {
  /** The tokens of each field. */
  readonly columns: readonly TokenColumn[];
  /** Tokens of the longest n-grams. */
  readonly longest: number;
}

/** Distinct-1 and on of each field and of the whole, whose n-grams never cross from one field to the other. */
export function countDistinctNgrams(
  _context: TaskContext,
  { columns, longest }: DistinctNgramsParams,
): DistinctShares[] {
  return distinctNgramShares(columns, longest);
}
