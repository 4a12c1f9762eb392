/** Rows of one mixture, numbered over both files, each list in random order. */
export interface MixtureRows {
  readonly generated: Uint32Array;
  readonly real: Uint32Array;
}

/**
 * Where rows of a mixture stand in a column that not all rows are in: of those that are, the first `rows`, generated and
 * real ones in the shares that they have among all that are.
 * @param placeOfRow −1 for rows that are not in the column
 */
export function placesOf(
  { generated, real }: MixtureRows,
  placeOfRow: Int32Array,
  rows = Infinity,
): Uint32Array {
  const [ours, theirs] = [generated, real].map((part) =>
    Uint32Array.from(
      part.filter((row) => placeOfRow[row]! >= 0),
      (row) => placeOfRow[row]!,
    ),
  ) as [Uint32Array, Uint32Array];
  const found = ours.length + theirs.length;
  const wanted = Math.min(rows, found);
  const fromOurs = found === 0 ? 0 : Math.round((wanted * ours.length) / found);
  const places = new Uint32Array(wanted);
  places.set(ours.subarray(0, fromOurs));
  places.set(theirs.subarray(0, wanted - fromOurs), fromOurs);
  return places;
}

/** Rows of a mixture that are in a column. O(rows). */
export function countPlaced({ generated, real }: MixtureRows, placeOfRow: Int32Array): number {
  let count = 0;
  for (const part of [generated, real]) for (const row of part) if (placeOfRow[row]! >= 0) count++;
  return count;
}
