import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { centresOfGroups, nearestCentres } from '../embed/neighboursCentres.ts';
import { unionFind } from '../stats/unionFind.ts';

/** Groups of rows, 0 … count − 1; −1 for a row in none. */
export interface Grouping {
  readonly groups: Int32Array;
  readonly count: number;
}

/**
 * Merges groups whose centres are nearly the same until no two centres have a cosine of `similarity` or more. In every
 * round each group joins the one most alike to it, if that is alike enough, so that at least half of such groups go
 * and few rounds are enough. Communities are relative: rows from one template, all much alike, are cut into as many as
 * rows about everything. This is what says that they are one.
 * O((rows + groups²) · dimensions) for each of about log groups rounds; most files need none.
 * @see Borůvka (1926) for the rounds
 */
export function mergeAlike(
  matrix: EmbeddingMatrix,
  { groups, count }: Grouping,
  similarity: number,
): Grouping {
  const rows = Uint32Array.from({ length: matrix.rows }, (_, row) => row);
  let merged = { groups, count };
  while (merged.count > 1) {
    const centres = centresOfGroups(matrix, rows, merged.groups, merged.count);
    const joined = joinAlike(merged, centres, similarity);
    if (joined.count === merged.count) break;
    merged = joined;
  }
  return merged;
}

/** Joins each group with the one whose centre is most alike; the groups that are left are numbered in order. */
function joinAlike(
  { groups, count }: Grouping,
  centres: EmbeddingMatrix,
  similarity: number,
): Grouping {
  const all = Uint32Array.from({ length: count }, (_, centre) => centre);
  // The most similar centre to each is itself, but for ties; the two best hold another in any case.
  const nearest = nearestCentres(centres, all, centres, 2);
  const joined = unionFind(count);
  nearest.centres.forEach((other, place) => {
    if (nearest.similarities[place]! >= similarity) joined.union(place >> 1, other);
  });
  const numbers = new Map<number, number>();
  const numberOfGroup = Array.from(all, (group) => {
    const root = joined.find(group);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
  return {
    groups: groups.map((group) => (group < 0 ? group : numberOfGroup[group]!)),
    count: numbers.size,
  };
}
