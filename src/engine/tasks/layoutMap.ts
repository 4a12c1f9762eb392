import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import type { Neighbours } from '../../metrics/embed/neighbours.ts';
import type { RowLayout } from '../../metrics/map/layoutRows.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface LayoutMapParams {
  readonly matrix: EmbeddingMatrix;
  readonly neighbours: Neighbours;
  readonly seed: number;
}

/** Lays the rows out in two dimensions. One thread does it, as every step builds on the one before. */
export async function layoutMap(
  { setup }: TaskContext,
  { matrix, neighbours, seed }: LayoutMapParams,
): Promise<RowLayout> {
  // A third of all that a thread would read before its first task: read by the one that comes to need it.
  const { layoutRows } = await import('../../metrics/map/layoutRows.ts');
  const checkpoint = () => throwIfCancelled(setup.cancelFlag);
  return layoutRows(matrix, neighbours, { seed, checkpoint });
}
