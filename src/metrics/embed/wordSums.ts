import { hashedColumns } from './hashedFeature.ts';
import type { Kernels } from './kernelInstance.ts';
import { LARGEST_SUM, type RowStore } from './rowStore.ts';
import {
  ENTRIES,
  ENTRIES_IN_RECORD,
  FACTORS,
  FIRST_ENTRY_BYTE,
  PLACES,
  RECORD,
  RECORDS,
  REST,
  ROWS,
  SUMS,
} from './wordMemory.ts';
import { staticColumns } from './wordVectors.ts';

/** Sums of the rows that a table of words keeps. */
export interface WordSums {
  readonly sumStatic: RowStore['sumRows'];
  readonly sumHashed: RowStore['sumRows'];
}

/** @param buffer the kernels’ memory */
export function compiledWordSums(buffer: ArrayBuffer, kernels: Kernels): WordSums {
  const placesOfSum = new Uint32Array(buffer, PLACES, LARGEST_SUM);
  const factorsOfSum = new Int16Array(buffer, FACTORS, LARGEST_SUM);
  const result = new Int32Array(buffer, SUMS, hashedColumns);
  const load = (places: Uint32Array, factors: Int16Array, count: number): void => {
    for (let i = 0; i < count; i++) {
      placesOfSum[i] = places[i]!;
      factorsOfSum[i] = factors[i]!;
    }
  };
  return {
    sumStatic(places, factors, count, sums) {
      load(places, factors, count);
      // The kernel takes rows in pairs: an odd one gets a companion that does not count.
      if (count % 2 === 1) placesOfSum[count] = factorsOfSum[count] = 0;
      kernels.sumRows(ROWS, PLACES, FACTORS, (count + 1) & ~1, staticColumns, SUMS);
      sums.set(result);
    },
    sumHashed(places, factors, count, sums) {
      load(places, factors, count);
      result.fill(0);
      kernels.sumEntries(RECORDS, PLACES, FACTORS, count, SUMS);
      sums.set(result);
    },
  };
}

/** The twin in plain TypeScript: what the compiled sums must equal bit for bit, and what runs without WebAssembly. */
export function plainWordSums(buffer: ArrayBuffer): WordSums {
  const bytes = new Int8Array(buffer);
  const integers = new Int32Array(buffer);
  return {
    sumStatic(places, factors, count, sums) {
      sums.fill(0);
      for (let i = 0; i < count; i++) {
        const factor = factors[i]!;
        const row = ROWS + places[i]! * staticColumns;
        for (let k = 0; k < staticColumns; k++) sums[k]! += factor * bytes[row + k]!;
      }
    },
    sumHashed(places, factors, count, sums) {
      sums.fill(0);
      for (let i = 0; i < count; i++) {
        const record = RECORDS / 4 + places[i]! * RECORD;
        let byte = 4 * record + FIRST_ENTRY_BYTE;
        for (let entry = 0; entry < integers[record + ENTRIES]!; entry++) {
          if (entry === ENTRIES_IN_RECORD) byte = integers[record + REST]!;
          const column = bytes[byte++]! & 0xff;
          sums[column]! += factors[i]! * bytes[byte++]!;
        }
      }
    },
  };
}
