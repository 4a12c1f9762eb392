import type { VectorTable } from './embeddingTable.ts';

/** Sums rows of a vector table, four at a time, so that the sum is loaded and stored a quarter as often. */
export interface RowSum {
  /** Row `row` is to be added `factor` times. */
  add(row: number, factor: number): void;
  /** Adds the rows that are still waiting. */
  flush(): void;
}

/**
 * @param sum [columns] what the rows are added to, O(columns) for each row
 * @param rowFactors [rows] factors of the 8-bit rows: scale · weight
 */
export function createRowSum(
  { columns, values }: VectorTable,
  rowFactors: Float64Array,
  sum: Float64Array,
): RowSum {
  const offsets = new Uint32Array(4);
  const factors = new Float64Array(4);
  let waiting = 0;

  const addFour = (): void => {
    const a = offsets[0]!;
    const b = offsets[1]!;
    const c = offsets[2]!;
    const d = offsets[3]!;
    const p = factors[0]!;
    const q = factors[1]!;
    const r = factors[2]!;
    const s = factors[3]!;
    for (let i = 0; i < columns; i++) {
      sum[i]! += p * values[a + i]! + q * values[b + i]! + r * values[c + i]! + s * values[d + i]!;
    }
  };

  return {
    add(row, factor) {
      const scaled = factor * rowFactors[row]!;
      if (scaled === 0) return;
      offsets[waiting] = row * columns;
      factors[waiting] = scaled;
      waiting++;
      if (waiting === 4) {
        addFour();
        waiting = 0;
      }
    },
    flush() {
      factors.fill(0, waiting);
      if (waiting > 0) addFour();
      waiting = 0;
    },
  };
}
