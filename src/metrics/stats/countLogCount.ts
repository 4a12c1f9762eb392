const TABLE = new Float64Array(4096);
for (let count = 2; count < TABLE.length; count++) TABLE[count] = count * Math.log(count);

/** n ln n, 0 for n = 0: what entropy is made of. @param count an integer ≥ 0 */
export function countLogCount(count: number): number {
  return count < TABLE.length ? TABLE[count]! : count * Math.log(count);
}
