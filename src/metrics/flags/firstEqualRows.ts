/**
 * The first row of equal hash for every row: what makes rows with equal texts one.
 * @param hashes [rows, 2]: the high and low half of each row's `normalizedHash`; 0, 0 is a row without text
 * @returns [rows]: the row itself where it is the first, −1 where it has no text
 * @throws RangeError if there is an odd number of halves
 * O(rows) expected time.
 */
export function firstEqualRows(hashes: Uint32Array): Int32Array {
  if (hashes.length % 2 !== 0) {
    throw new RangeError(`got ${hashes.length} halves of hashes, expected two for each row`);
  }
  const rows = hashes.length / 2;
  const slotBits = Math.max(4, Math.ceil(Math.log2(2 * rows + 1)));
  const mask = 2 ** slotBits - 1;
  /** First row of each hash, plus 1. */
  const slots = new Uint32Array(mask + 1);
  const firstRows = new Int32Array(rows).fill(-1);
  for (let row = 0; row < rows; row++) {
    const high = hashes[2 * row]!;
    const low = hashes[2 * row + 1]!;
    if (high === 0 && low === 0) continue;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const first = slots[slot]! - 1;
      if (first < 0) {
        slots[slot] = row + 1;
        firstRows[row] = row;
        break;
      }
      if (hashes[2 * first] !== high || hashes[2 * first + 1] !== low) continue;
      firstRows[row] = first;
      break;
    }
  }
  return firstRows;
}
