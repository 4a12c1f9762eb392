import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import type { Neighbours } from '../../metrics/embed/neighbours.ts';
import { layoutRows, type RowLayout } from '../../metrics/map/layoutRows.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface LayoutMapParams {
  readonly matrix: EmbeddingMatrix;
  readonly neighbours: Neighbours;
  readonly seed: number;
}

/** Lays the rows out in two dimensions. One thread does it, as every step builds on the one before. */
export function layoutMap(
  { setup }: TaskContext,
  { matrix, neighbours, seed }: LayoutMapParams,
): RowLayout {
  const checkpoint = () => throwIfCancelled(setup.cancelFlag);
  return layoutRows(matrix, neighbours, { seed, checkpoint });
}
