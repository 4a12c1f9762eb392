import { logGamma } from './logGamma.ts';

/** ln of the number of ways to choose `k` of `n`. @param n an integer ≥ k @param k an integer ≥ 0 */
export function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
