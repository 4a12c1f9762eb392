import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { sharedUint32 } from '../shared.ts';

/** The rows of a column at the given places, in shared memory. O(tokens of these rows). */
export function chosenRows({ values, offsets }: TokenColumn, places: Uint32Array): TokenColumn {
  const chosenOffsets = sharedUint32(places.length + 1);
  places.forEach((place, at) => {
    chosenOffsets[at + 1] = chosenOffsets[at]! + offsets[place + 1]! - offsets[place]!;
  });
  const chosen = sharedUint32(chosenOffsets[places.length]!);
  places.forEach((place, at) => {
    chosen.set(values.subarray(offsets[place], offsets[place + 1]), chosenOffsets[at]);
  });
  return { values: chosen, offsets: chosenOffsets };
}
