/**
 * Jaccard similarity of two sets, each distinct and ascending: common members over all members, 0–1.
 * Two empty sets have none: undefined. O(members).
 */
export function sortedJaccard(a: ArrayLike<number>, b: ArrayLike<number>): number | undefined {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i]!;
    const right = b[j]!;
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  const all = a.length + b.length - common;
  return all === 0 ? undefined : common / all;
}
