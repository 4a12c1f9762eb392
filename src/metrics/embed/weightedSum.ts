import { LARGEST_SUM, type RowStore } from './rowStore.ts';
import type { VectorHalf } from './vectorHalves.ts';

/** A sum of rows of a store, each times a factor of its own. */
export interface WeightedSum {
  /** The row is to be added `factor` times. */
  add(place: number, factor: number): void;
  /** Adds all that was asked for to the half, and forgets it. */
  flush(): void;
}

const LARGEST_FACTOR = 32_767;

/**
 * Factors are rounded to 16 bits, the largest of up to 512 of them being 32,767: finer than the rows, which have 8.
 * Sums of up to 512 rows are exact integers, so that the order of their rows has no part in them.
 */
export function createWeightedSum(
  store: Pick<RowStore, 'sumRows'>,
  { sum, integers, addScaled }: VectorHalf,
): WeightedSum {
  const places = new Uint32Array(LARGEST_SUM);
  const factors = new Float64Array(LARGEST_SUM);
  const rounded = new Int16Array(LARGEST_SUM);
  /** The sum of rows beyond what one sum of the store may have, where there are so many. */
  const earlier = new Float64Array(sum.length);
  let hasEarlier = false;
  let waiting = 0;

  /** Leaves the sum of the waiting rows in `integers`; returns the unit of that sum, 0 where it is empty. */
  const sumWaiting = (): number => {
    let largest = 0;
    for (let i = 0; i < waiting; i++) largest = Math.max(largest, factors[i]!);
    if (largest === 0) return 0;
    const scale = LARGEST_FACTOR / largest;
    for (let i = 0; i < waiting; i++) rounded[i] = factors[i]! * scale + 0.5;
    store.sumRows(places, rounded, waiting, integers);
    return 1 / scale;
  };

  return {
    add(place, factor) {
      if (waiting === LARGEST_SUM) {
        const unit = sumWaiting();
        waiting = 0;
        hasEarlier = true;
        if (unit > 0) for (let k = 0; k < sum.length; k++) earlier[k]! += integers[k]! * unit;
      }
      places[waiting] = place;
      factors[waiting++] = factor;
    },
    flush() {
      const unit = sumWaiting();
      waiting = 0;
      if (unit > 0) addScaled(unit);
      if (!hasEarlier) return;
      for (let k = 0; k < sum.length; k++) sum[k]! += earlier[k]!;
      earlier.fill(0);
      hasEarlier = false;
    },
  };
}
