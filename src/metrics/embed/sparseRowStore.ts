import type { RowStore } from './rowStore.ts';

/**
 * A row store for rows that are mostly zeros: only the other entries are kept and added up. Sums are the same, bit for bit.
 * A word's letter n-grams fill some 8 of 256 columns: 2 bytes each, and 2 ns in every sum.
 * @param columns 1 … 256
 * @throws RangeError for another number of columns
 */
export function createSparseRowStore(columns: number): RowStore {
  if (!Number.isInteger(columns) || columns < 1 || columns > 256) {
    throw new RangeError(`columns: got ${columns}, expected 1 … 256`);
  }
  let offsets = new Uint32Array(1_024);
  let entryColumns = new Uint8Array(8_192);
  let entryValues = new Int8Array(8_192);
  let count = 0;
  return {
    keep(values, offset) {
      if (count + 1 === offsets.length) offsets = longer(offsets, Uint32Array, 2 * offsets.length);
      let end = offsets[count]!;
      if (end + columns > entryValues.length) {
        entryColumns = longer(entryColumns, Uint8Array, 2 * entryColumns.length);
        entryValues = longer(entryValues, Int8Array, 2 * entryValues.length);
      }
      for (let column = 0; column < columns; column++) {
        const value = values[offset + column]!;
        if (value === 0) continue;
        entryColumns[end] = column;
        entryValues[end++] = value;
      }
      offsets[count + 1] = end;
      return count++;
    },
    size: () => count,
    clear() {
      count = 0;
    },
    sumRows(places, factors, length, sums) {
      sums.fill(0);
      for (let i = 0; i < length; i++) {
        const factor = factors[i]!;
        const place = places[i]!;
        const end = offsets[place + 1]!;
        for (let at = offsets[place]!; at < end; at++) {
          const column = entryColumns[at]!;
          sums[column] = (sums[column]! + Math.imul(factor, entryValues[at]!)) | 0;
        }
      }
    },
  };
}

function longer<Numbers extends Uint32Array | Uint8Array | Int8Array>(
  numbers: Numbers,
  type: new (length: number) => Numbers,
  length: number,
): Numbers {
  const larger = new type(length);
  larger.set(numbers);
  return larger;
}
