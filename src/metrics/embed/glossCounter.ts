import type { EmbeddingTable } from './embeddingTable.ts';
import { createRowStore } from './rowStore.ts';
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
export function createGlossCounter(table: EmbeddingTable, staticHalf: VectorHalf): GlossCounter {
  const { rows, columns, scales, values } = table.glossVectors;
  const weights = glossWeights(table);
  const counts = new Uint32Array(rows);
  /** Place plus 1 of each row in the store, which takes in what comes up; 0 for none. */
  const places = new Uint32Array(rows);
  const store = createRowStore(columns);
  const sum = createWeightedSum(store, staticHalf);
  let met: number[] = [];
  return {
    count(row) {
      if (counts[row]!++ === 0) met.push(row);
    },
    flush() {
      if (met.length === 0) return;
      for (const row of met) {
        places[row] ||= store.keep(values, row * columns) + 1;
        sum.add(places[row] - 1, weights[row]! * scales[row]! * dampedCount(counts[row]!));
        counts[row] = 0;
      }
      met = [];
      sum.flush();
    },
  };
}
