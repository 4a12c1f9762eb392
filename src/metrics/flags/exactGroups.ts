/**
 * Groups rows of equal hash: exact duplicates after normalisation.
 * @param hashes [rows, 2]: the high and low half of each row's `normalizedHash`; 0, 0 is a row without text
 * @returns row indexes of each group of two rows or more, ascending; groups in the order of their first rows. Rows without
 * text are in none.
 * @throws RangeError if there is an odd number of halves
 * O(rows) expected time.
 */
export function exactGroups(hashes: Uint32Array): number[][] {
  if (hashes.length % 2 !== 0) {
    throw new RangeError(`got ${hashes.length} halves of hashes, expected two for each row`);
  }
  const rows = hashes.length / 2;
  const slotBits = Math.max(4, Math.ceil(Math.log2(2 * rows + 1)));
  const mask = 2 ** slotBits - 1;
  /** First row of each hash, plus 1. */
  const slots = new Uint32Array(mask + 1);
  const groups = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    const high = hashes[2 * row]!;
    const low = hashes[2 * row + 1]!;
    if (high === 0 && low === 0) continue;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const first = slots[slot]! - 1;
      if (first < 0) {
        slots[slot] = row + 1;
        break;
      }
      if (hashes[2 * first] !== high || hashes[2 * first + 1] !== low) continue;
      const group = groups.get(first);
      if (group) group.push(row);
      else groups.set(first, [first, row]);
      break;
    }
  }
  return [...groups.values()].sort((a, b) => a[0]! - b[0]!);
}
