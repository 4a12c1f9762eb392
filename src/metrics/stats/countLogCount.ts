const TABLE = new Float64Array(4096);
for (let count = 2; count < TABLE.length; count++) TABLE[count] = count * Math.log(count);

const LOSSES = new Float64Array(TABLE.length);
for (let count = 1; count < LOSSES.length; count++) {
  LOSSES[count] = TABLE[count - 1]! - TABLE[count]!;
}

/** n ln n, 0 for n = 0: what entropy is made of. @param count an integer ≥ 0 */
export function countLogCount(count: number): number {
  return count < TABLE.length ? TABLE[count]! : count * Math.log(count);
}

/** (n − 1) ln (n − 1) − n ln n: what one occurrence less makes of it. @param count an integer ≥ 1 */
export function countLogCountLoss(count: number): number {
  return count < LOSSES.length ? LOSSES[count]! : countLogCount(count - 1) - countLogCount(count);
}
