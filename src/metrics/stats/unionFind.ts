/** Disjoint sets over 0 … size − 1. The representative of a set is its smallest member, whatever the order of unions. */
export interface UnionFind {
  find(member: number): number;
  union(a: number, b: number): void;
}

/**
 * Union–find with path halving; amortised O(log size) per operation.
 * @param size members, an integer ≥ 0
 */
export function unionFind(size: number): UnionFind {
  const parents = new Int32Array(size);
  for (let member = 0; member < size; member++) parents[member] = member;
  const find = (member: number) => {
    while (parents[member] !== member) {
      parents[member] = parents[parents[member]!]!;
      member = parents[member]!;
    }
    return member;
  };
  return {
    find,
    union(a, b) {
      const rootA = find(a);
      const rootB = find(b);
      if (rootA < rootB) parents[rootB] = rootA;
      else parents[rootA] = rootB;
    },
  };
}
