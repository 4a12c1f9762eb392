/** Rows of kinds as the parameters of `kindSample`. */
export function rowsOf(
  rows: readonly (readonly number[])[],
  kinds: number,
): [values: Uint32Array, offsets: Uint32Array, kinds: number] {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, at) => (offsets[at + 1] = offsets[at]! + row.length));
  return [Uint32Array.from(rows.flat()), offsets, kinds];
}
