/**
 * P-values of several tests, corrected for their number: rejecting those ≤ α rejects any true hypothesis with probability at
 * most α, however the tests depend on one another.
 * @param pValues in [0, 1]; not mutated
 * @returns in [0, 1], in the same order
 * O(n log n).
 * @see Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure; R's p.adjust(p, "holm")
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()].sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = pValues.map(() => 0);
  let largest = 0;
  order.forEach((test, place) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - place) * pValues[test]!));
    adjusted[test] = largest;
  });
  return adjusted;
}
