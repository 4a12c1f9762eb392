import { heldOutAreas } from '../../metrics/compare/heldOutAreas.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { placesOf, type MixtureRows } from '../mix/mixtures.ts';
import type { TaskContext } from '../taskContext.ts';
import type { MixedLayout } from './layOutMixedRows.ts';

export interface MeasureMixedShiftParams {
  readonly laidOut: MixedLayout;
  readonly mixtures: readonly MixtureRows[];
  /** For each mixture the real rows that it is told from. */
  readonly heldBack: readonly Uint32Array[];
}

/** The held-out area by which each mixture is told from held-back rows; 0.5 where a classifier has nothing to learn from. */
export function measureMixedShift(
  { setup }: TaskContext,
  { laidOut: { layout, placeOfRow }, mixtures, heldBack }: MeasureMixedShiftParams,
): number[] {
  const none = new Uint32Array(0);
  const areas = heldOutAreas(
    layout,
    mixtures.map((mixture, at) => ({
      positive: placesOf(mixture, placeOfRow),
      negative: placesOf({ generated: none, real: heldBack[at]! }, placeOfRow),
    })),
    () => throwIfCancelled(setup.cancelFlag),
  );
  return areas.map((area) => area ?? 0.5);
}
