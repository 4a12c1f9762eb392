/**
 * Pairs of a positive and a negative in which the positive has the higher score, ties counting half: the Mann–Whitney U.
 * @param scores integers of at most 32 bits
 * @param isPositive one entry for each score, 1 or 0
 * @param sorted room for as many numbers; overwritten
 * @returns pairs won, of positives · negatives
 * O(n log n).
 */
export function pairsWon(
  scores: Int32Array,
  isPositive: ArrayLike<number>,
  sorted: Float64Array,
): number {
  // The label rides in the lowest bit, so that sorting plain numbers is enough.
  for (let i = 0; i < scores.length; i++) sorted[i] = 2 * scores[i]! + isPositive[i]!;
  sorted.sort();
  let won = 0;
  let negatives = 0;
  for (let at = 0; at < sorted.length;) {
    const score = Math.floor(sorted[at]! / 2);
    const start = at;
    let positives = 0;
    for (; at < sorted.length && Math.floor(sorted[at]! / 2) === score; at++) {
      positives += sorted[at]! - 2 * score;
    }
    const tied = at - start - positives;
    won += positives * (negatives + tied / 2);
    negatives += tied;
  }
  return won;
}
