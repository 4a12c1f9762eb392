import type { GlossTable } from './embeddingTable.ts';
import { createRowStore, LARGEST_SUM } from './rowStore.ts';
import { dampedCount, glossWeights } from './tokenWeights.ts';
import type { VectorHalf } from './vectorHalves.ts';
import { createWeightedSum } from './weightedSum.ts';

/** Counts the dictionary words of one text. */
export interface GlossCounter {
  /** @param row of the gloss vectors */
  readonly count: (row: number) => void;
  /** Adds the vectors of what was counted to the static half, and forgets it. */
  flush(): void;
}

/** @param staticHalf to which it adds */
export function createGlossCounter(table: GlossTable, staticHalf: VectorHalf): GlossCounter {
  const { rows, columns, scales, values } = table.glossVectors;
  const weights = glossWeights(table);
  const counts = new Uint32Array(rows);
  /** Place plus 1 of each row in the store, which takes in what comes up; 0 for none. */
  const places = new Uint32Array(rows);
  const store = createRowStore(columns);
  const sum = createWeightedSum(store, staticHalf);
  const placesOfSum = new Uint32Array(LARGEST_SUM);
  const factors = new Float64Array(LARGEST_SUM);
  let met: number[] = [];
  return {
    count(row) {
      if (counts[row]!++ === 0) met.push(row);
    },
    flush() {
      for (let from = 0; from < met.length; from += LARGEST_SUM) {
        const count = Math.min(LARGEST_SUM, met.length - from);
        for (let i = 0; i < count; i++) {
          const row = met[from + i]!;
          placesOfSum[i] = (places[row] ||= store.keep(values, row * columns) + 1) - 1;
          factors[i] = weights[row]! * scales[row]! * dampedCount(counts[row]!);
          counts[row] = 0;
        }
        sum.add(placesOfSum, factors, count, from + count === met.length);
      }
      met = [];
    },
  };
}
