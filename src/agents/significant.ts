/** Four significant digits: more would be noise, and tokens. */
export function significant(value: number): number {
  return Number(value.toPrecision(4));
}
