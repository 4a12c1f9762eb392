import { allRows, type EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { centresOfGroups } from '../embed/neighboursCentres.ts';
import { pairwiseCosines } from './pairwiseCosines.ts';

/** Groups of rows, 0 … count − 1; −1 for a row in none. */
export interface Grouping {
  readonly groups: Int32Array;
  readonly count: number;
}

/**
 * Merges groups whose centres are nearly the same: complete linkage, the most alike first, so that in what is merged every two
 * groups have centres with a cosine of `similarity` or more. Communities are relative: rows from one template, all much
 * alike, are cut into as many as rows about everything. This is what says that they are one. Centres of merged groups are not
 * looked at again: the larger a group, the nearer its centre to that of all rows, and one merger would lead to the next.
 * O(rows · dimensions + groups² · (dimensions + groups)).
 */
export function mergeAlike(
  matrix: EmbeddingMatrix,
  { groups, count }: Grouping,
  similarity: number,
): Grouping {
  const cosines = pairwiseCosines(centresOfGroups(matrix, allRows(matrix), groups, count));
  const cosine = (a: number, b: number) => cosines[a * count + b]!;
  const pairs: (readonly [number, number])[] = [];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) if (cosine(a, b) >= similarity) pairs.push([a, b]);
  }
  pairs.sort(([a, b], [c, d]) => cosine(c, d) - cosine(a, b) || a - c || b - d);
  /** For each group those that are one with it, itself among them. */
  const together = Array.from({ length: count }, (_, group) => [group]);
  for (const [a, b] of pairs) {
    const [first, second] = [together[a]!, together[b]!];
    if (first === second) continue;
    if (!first.every((x) => second.every((y) => cosine(x, y) >= similarity))) continue;
    first.push(...second);
    for (const group of second) together[group] = first;
  }
  const numbers = new Map([...new Set(together)].map((merged, number) => [merged, number]));
  return {
    groups: groups.map((group) => (group < 0 ? group : numbers.get(together[group]!)!)),
    count: numbers.size,
  };
}
