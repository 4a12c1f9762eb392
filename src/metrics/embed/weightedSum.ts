import { LARGEST_SUM, type RowStore } from './rowStore.ts';

/** A sum of rows of a store, each times a factor of its own. */
export interface WeightedSum {
  /** The row is to be added `factor` times. */
  add(place: number, factor: number): void;
  /** Adds all that was asked for to `target`, which has one entry per column. */
  flushTo(target: Float64Array): void;
}

const LARGEST_FACTOR = 32_767;

/**
 * Factors are rounded to 16 bits, the largest of up to 512 of them being 32,767: finer than the rows, which have 8.
 * Sums of up to 512 rows are exact integers, so that the order of their rows has no part in them.
 */
export function createWeightedSum(store: RowStore, columns: number): WeightedSum {
  const places = new Uint32Array(LARGEST_SUM);
  const factors = new Float64Array(LARGEST_SUM);
  const rounded = new Int16Array(LARGEST_SUM);
  const sums = new Int32Array(columns);
  /** The sum of rows beyond what one sum of the store may have, where there are so many. */
  const earlier = new Float64Array(columns);
  let hasEarlier = false;
  let waiting = 0;

  const addWaiting = (target: Float64Array): void => {
    let largest = 0;
    for (let i = 0; i < waiting; i++) largest = Math.max(largest, factors[i]!);
    if (largest > 0) {
      const scale = LARGEST_FACTOR / largest;
      for (let i = 0; i < waiting; i++) rounded[i] = factors[i]! * scale + 0.5;
      store.sumRows(places, rounded, waiting, sums);
      const unit = 1 / scale;
      for (let k = 0; k < columns; k++) target[k]! += sums[k]! * unit;
    }
    waiting = 0;
  };

  return {
    add(place, factor) {
      if (waiting === LARGEST_SUM) {
        addWaiting(earlier);
        hasEarlier = true;
      }
      places[waiting] = place;
      factors[waiting++] = factor;
    },
    flushTo(target) {
      if (waiting > 0) addWaiting(target);
      if (!hasEarlier) return;
      for (let k = 0; k < columns; k++) target[k]! += earlier[k]!;
      earlier.fill(0);
      hasEarlier = false;
    },
  };
}
