/** Two items and how alike they are. */
export interface Likeness {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/**
 * Agglomerative clustering with complete linkage, cut at a similarity: within a cluster every two items are at least as
 * alike as the cut, so that nothing is chained to something unlike it.
 * @param size number of items
 * @param likenesses every pair of items at or above the cut, each once, a ≠ b, in any order; not mutated
 * @returns [size] the smallest item of each item's cluster
 * @throws RangeError for an item outside 0 … size − 1. Does not depend on the order of `likenesses`; of equal similarities
 * the pair with the smaller items goes first. Two clusters join at the similarity of their least alike items: when, from the
 * most alike pair downwards, the last pair between them comes. O(pairs · log pairs) time.
 * @see Defays 1977; scipy.cluster.hierarchy.linkage(method='complete') with fcluster(criterion='distance')
 */
export function completeLinkage(size: number, likenesses: readonly Likeness[]): Uint32Array {
  const clusterOf = Uint32Array.from({ length: size }, (_, item) => item);
  const members = Array.from({ length: size }, (_, item) => [item]);
  /** Pairs seen between two clusters, from either side. */
  const seen = Array.from({ length: size }, () => new Map<number, number>());
  for (const { a, b } of descending(likenesses)) {
    if (!(a in members) || !(b in members)) {
      throw new RangeError(`got items ${a} and ${b}, expected 0 … ${size - 1}`);
    }
    const [into, from] = [clusterOf[a]!, clusterOf[b]!].sort((x, y) => x - y) as [number, number];
    const pairs = (seen[into]!.get(from) ?? 0) + 1;
    if (pairs < members[into]!.length * members[from]!.length) {
      seen[into]!.set(from, pairs);
      seen[from]!.set(into, pairs);
      continue;
    }
    for (const item of members[from]!) clusterOf[item] = into;
    members[into]!.push(...members[from]!);
    seen[into]!.delete(from);
    for (const [other, count] of seen[from]!) {
      seen[other]!.delete(from);
      if (other === into) continue;
      const joined = count + (seen[into]!.get(other) ?? 0);
      seen[into]!.set(other, joined);
      seen[other]!.set(into, joined);
    }
    seen[from]!.clear();
  }
  return clusterOf;
}

function descending(likenesses: readonly Likeness[]): Likeness[] {
  return likenesses
    .map(({ a, b, similarity }) => ({ a: Math.min(a, b), b: Math.max(a, b), similarity }))
    .sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b);
}
