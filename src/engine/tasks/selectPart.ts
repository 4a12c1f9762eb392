import { findDistinctRows } from '../../metrics/embed/distinctRows.ts';
import { selectRows, type EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { pairwiseCosines } from '../../metrics/macro/pairwiseCosines.ts';
import { facilityLocation } from '../../metrics/select/facilityLocation.ts';
import { kCentre } from '../../metrics/select/kCentre.ts';
import { lazyGreedy } from '../../metrics/select/lazyGreedy.ts';
import { novelSelect } from '../../metrics/select/novelSelect.ts';
import type { PickRequest, Picks } from '../../metrics/select/picks.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface SelectPartParams {
  readonly strategy: 'facility-location' | 'k-centre' | 'novelsum';
  readonly matrix: EmbeddingMatrix;
  /** Rows of the matrix that are looked at: those to choose from, those chosen already, those to be represented besides. */
  readonly rows: Uint32Array;
  /** Places in `rows`. */
  readonly candidates: Uint32Array;
  readonly chosen: Uint32Array;
  readonly size: number;
}

/** Chooses among a few thousand rows by their meanings, all compared with all. @returns picks as places in `rows` */
export function selectPart(
  { setup }: TaskContext,
  { strategy, matrix, rows, candidates, chosen, size }: SelectPartParams,
): Picks {
  const checkpoint = () => throwIfCancelled(setup.cancelFlag);
  const part = selectRows(matrix, rows);
  const cosines = pairwiseCosines(part);
  checkpoint();
  const request: PickRequest = { candidates, chosen, size, checkpoint };
  switch (strategy) {
    case 'facility-location':
      return lazyGreedy(facilityLocation(cosines, part.rows), request);
    case 'k-centre':
      return kCentre(cosines, part.rows, request);
    case 'novelsum':
      return novelSelect(cosines, part.rows, findDistinctRows(part, 0).firstEqualRow, request);
  }
}
