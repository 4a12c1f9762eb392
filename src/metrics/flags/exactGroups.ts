/**
 * Groups rows of equal texts: exact duplicates after normalisation.
 * @param firstRows see `firstEqualRows`
 * @returns rows of each group of two or more, ascending; groups in the order of their first rows
 * O(rows) time.
 */
export function exactGroups(firstRows: Int32Array): number[][] {
  const groups = new Map<number, number[]>();
  for (let row = 0; row < firstRows.length; row++) {
    const first = firstRows[row]!;
    if (first < 0 || first === row) continue;
    const group = groups.get(first);
    if (group) group.push(row);
    else groups.set(first, [first, row]);
  }
  return [...groups.values()].sort((a, b) => a[0]! - b[0]!);
}
