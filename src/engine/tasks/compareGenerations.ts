import { kindShift } from '../../metrics/compare/kindShift.ts';
import { tailLoss } from '../../metrics/compare/tailLoss.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';
import type { SinceFirst } from '../track/generations.ts';

export interface CompareGenerationsParams {
  readonly first: TokenColumn;
  readonly later: TokenColumn;
  readonly kinds: number;
  readonly seed: number;
  /** Whether it is also asked how differently kinds are used. */
  readonly withDrift: boolean;
}

/** What a later generation lost of the first, and how it drifted; undefined where one has no kind. */
export function compareGenerations(
  { setup }: TaskContext,
  { first, later, kinds, seed, withDrift }: CompareGenerationsParams,
): Pick<SinceFirst, 'tailLoss' | 'drift'> | undefined {
  const options = { seed, checkpoint: () => throwIfCancelled(setup.cancelFlag) };
  const lost = tailLoss(first, later, kinds, options);
  if (!lost) return undefined;
  const drift = withDrift ? kindShift(later, first, kinds, options) : undefined;
  return { tailLoss: lost, ...(drift && { drift }) };
}
