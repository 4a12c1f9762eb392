import { LARGEST_SUM, type RowStore } from './rowStore.ts';
import type { VectorHalf } from './vectorHalves.ts';

/** A sum of rows of a store, each times a factor of its own. */
export interface WeightedSum {
  /**
   * Adds the first `count` rows, of up to LARGEST_SUM, to the half.
   * @param isLast false where more follow: they are kept apart until the last come
   */
  add(places: Uint32Array, factors: Float64Array, count: number, isLast: boolean): void;
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
  const rounded = new Int16Array(LARGEST_SUM);
  /** The sums before the last, where there are several. */
  const earlier = new Float64Array(sum.length);
  let hasEarlier = false;

  const addEarlier = (): void => {
    for (let k = 0; k < sum.length; k++) sum[k]! += earlier[k]!;
    earlier.fill(0);
    hasEarlier = false;
  };
  return {
    add(places, factors, count, isLast) {
      let largest = 0;
      for (let i = 0; i < count; i++) largest = Math.max(largest, factors[i]!);
      if (largest > 0) {
        const scale = LARGEST_FACTOR / largest;
        const unit = 1 / scale;
        for (let i = 0; i < count; i++) rounded[i] = factors[i]! * scale + 0.5;
        store.sumRows(places, rounded, count, integers);
        if (isLast) addScaled(unit);
        else for (let k = 0; k < sum.length; k++) earlier[k]! += integers[k]! * unit;
      }
      if (!isLast) hasEarlier = true;
      else if (hasEarlier) addEarlier();
    },
  };
}
