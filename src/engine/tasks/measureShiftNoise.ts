import type { FoldLayout } from '../../metrics/compare/foldLayout.ts';
import { heldOutAreas, type RowsToTell } from '../../metrics/compare/heldOutAreas.ts';
import { drawFirst } from '../../metrics/stats/drawFirst.ts';
import { createRandom } from '../../metrics/stats/random.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';
import type { MixedLayout } from './layOutMixedRows.ts';

export interface MeasureShiftNoiseParams {
  readonly laidOut: MixedLayout;
  /** Real rows to divide, numbered over both files. */
  readonly real: Uint32Array;
  /** Rows of either side of a division: as many as a mixture has, and as are held back. */
  readonly mixedRows: number;
  readonly heldBackRows: number;
  readonly divisions: number;
  readonly seed: number;
}

/** Areas by which real rows are told from real rows, in random divisions of the sizes that mixtures have. */
export function measureShiftNoise(
  { setup }: TaskContext,
  { laidOut, real, mixedRows, heldBackRows, divisions, seed }: MeasureShiftNoiseParams,
): number[] {
  const random = createRandom(seed);
  const realPlaces = Uint32Array.from(
    real.filter((row) => laidOut.placeOfRow[row]! >= 0),
    (row) => laidOut.placeOfRow[row]!,
  ).sort();
  const layout = layoutOf(laidOut.layout, realPlaces);
  const places = Uint32Array.from(realPlaces.keys());
  // Rows that take no part are as rare on both sides.
  const share = places.length / real.length;
  const positives = Math.round(mixedRows * share);
  const negatives = Math.min(places.length - positives, Math.round(heldBackRows * share));
  const pairs = Array.from({ length: divisions }, (): RowsToTell => {
    drawFirst(places, positives + negatives, random);
    return {
      positive: places.slice(0, positives),
      negative: places.slice(positives, positives + negatives),
    };
  });
  return heldOutAreas(layout, pairs, () => throwIfCancelled(setup.cancelFlag)).map(
    (area) => area ?? 0.5,
  );
}

/** The part of a layout that some of its places make. @param places ascending */
function layoutOf({ values, dimensions, foldEnds }: FoldLayout, places: Uint32Array): FoldLayout {
  const part = new Int8Array(places.length * dimensions);
  places.forEach((place, at) => {
    part.set(values.subarray(place * dimensions, (place + 1) * dimensions), at * dimensions);
  });
  return {
    values: part,
    dimensions,
    foldEnds: foldEnds.map((end) => places.filter((place) => place < end).length),
  };
}
