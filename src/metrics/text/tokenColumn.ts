/**
 * The tokens of many rows in one column (CSR): row i has values[offsets[i]] … values[offsets[i + 1] − 1].
 * `offsets` has rows + 1 entries. A row without the field has no tokens.
 */
export interface TokenColumn {
  readonly values: Uint32Array;
  readonly offsets: Uint32Array;
}

/** A column under construction: `push` the tokens of a row, then `endRow`. */
export interface TokenColumnBuilder {
  push(value: number): void;
  /** Pushes the first `count` of the values. */
  readonly pushAll: (from: Uint32Array, count: number) => void;
  endRow(): void;
  /** The rows ended so far, in arrays of their own; the builder may go on. */
  build(): TokenColumn;
  /** The same, but that the builder begins a new column and leaves what it wrote to, to the builders to come. */
  finish(): TokenColumn;
}

/** Memory is dear when it is written for the first time: so much is kept of it, in arrays of at most 4 MiB. */
const MOST_SPARE = 8;
const LONGEST_SPARE = 2 ** 20;
const spare: Uint32Array<ArrayBuffer>[] = [];

/** A column that grows by doubling: amortised O(1) per token. */
export function tokenColumnBuilder(): TokenColumnBuilder {
  let values = spare.pop() ?? new Uint32Array(1024);
  let offsets = new Uint32Array(256);
  let valueCount = 0;
  let rowCount = 0;
  const build = (): TokenColumn => ({
    values: values.slice(0, offsets[rowCount]),
    offsets: offsets.slice(0, rowCount + 1),
  });
  return {
    push(value) {
      if (valueCount === values.length) values = doubled(values);
      values[valueCount++] = value;
    },
    pushAll(from, count) {
      while (values.length < valueCount + count) values = doubled(values);
      for (let at = 0; at < count; at++) values[valueCount + at] = from[at]!;
      valueCount += count;
    },
    endRow() {
      if (rowCount + 1 === offsets.length) offsets = doubled(offsets);
      offsets[++rowCount] = valueCount;
    },
    build,
    finish() {
      const column = build();
      if (spare.length < MOST_SPARE && values.length <= LONGEST_SPARE) spare.push(values);
      values = new Uint32Array(1024);
      valueCount = rowCount = 0;
      return column;
    },
  };
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}

/**
 * The rows of all columns, one column after the other.
 * @param allocate makes the two arrays of the result, all zero: pass one that allocates shared memory to share them
 */
export function concatColumns(
  columns: readonly TokenColumn[],
  allocate: (length: number) => Uint32Array = (length) => new Uint32Array(length),
): TokenColumn {
  let valueCount = 0;
  let rowCount = 0;
  for (const column of columns) {
    valueCount += column.values.length;
    rowCount += column.offsets.length - 1;
  }
  const values = allocate(valueCount);
  const offsets = allocate(rowCount + 1);
  let firstValue = 0;
  let firstRow = 0;
  for (const column of columns) {
    const rows = column.offsets.length - 1;
    values.set(column.values, firstValue);
    for (let row = 1; row <= rows; row++) {
      offsets[firstRow + row] = firstValue + column.offsets[row]!;
    }
    firstValue += column.values.length;
    firstRow += rows;
  }
  return { values, offsets };
}
