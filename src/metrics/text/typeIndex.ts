/** The distinct values of a list of tokens, and each token as its place among them. */
export interface TypeIndex {
  /** The distinct values, ascending. */
  readonly types: Uint32Array;
  /** For each token its index in `types`. */
  readonly ids: Uint32Array;
}

/** Values below this are found by a table, others by sorting. */
const TABLE_LIMIT = 1 << 22;

/**
 * Numbers the types of a column densely.
 * @param values tokens, any 32-bit values; not mutated
 * O(n) where all values are below 2²², otherwise O(n log n); 4 bytes per token, and up to 16 MB of table.
 */
export function typeIndex(values: Uint32Array): TypeIndex {
  let highest = 0;
  for (let index = 0; index < values.length; index++) {
    if (values[index]! > highest) highest = values[index]!;
  }
  return highest < TABLE_LIMIT ? indexByTable(values, highest + 1) : indexBySorting(values);
}

function indexByTable(values: Uint32Array, tableLength: number): TypeIndex {
  const idOf = new Uint32Array(tableLength);
  for (let index = 0; index < values.length; index++) idOf[values[index]!] = 1;
  let typeCount = 0;
  const types = new Uint32Array(tableLength);
  for (let value = 0; value < tableLength; value++) {
    if (idOf[value] === 0) continue;
    types[typeCount] = value;
    idOf[value] = typeCount++;
  }
  const ids = new Uint32Array(values.length);
  for (let index = 0; index < values.length; index++) ids[index] = idOf[values[index]!]!;
  return { types: types.slice(0, typeCount), ids };
}

function indexBySorting(values: Uint32Array): TypeIndex {
  const sorted = values.slice().sort();
  let typeCount = 0;
  for (let index = 0; index < sorted.length; index++) {
    if (index === 0 || sorted[index] !== sorted[index - 1]) sorted[typeCount++] = sorted[index]!;
  }
  const types = sorted.slice(0, typeCount);
  return { types, ids: values.map((value) => lowerBound(types, value)) };
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
