import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { centresOfGroups, nearestCentres } from '../embed/neighboursCentres.ts';

/** Groups of rows, 0 … count − 1; −1 for a row in none. */
export interface Grouping {
  readonly groups: Int32Array;
  readonly count: number;
}

/**
 * Merges groups whose centres are nearly the same, the most alike pair first, until no two centres have a cosine of
 * `similarity` or more. Communities are relative: rows from one template, all much alike, are cut into as many as rows
 * about everything. This is what says that they are one.
 * O(merges · rows · dimensions + merges · groups² · dimensions); most files need none.
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
    const pair = mostAlike(centres);
    if (pair.similarity < similarity) break;
    merged = join(merged, pair.low, pair.high);
  }
  return merged;
}

function mostAlike(centres: EmbeddingMatrix): { low: number; high: number; similarity: number } {
  const all = Uint32Array.from({ length: centres.rows }, (_, centre) => centre);
  // The most similar centre to each is itself, but for ties; the two best hold another in any case.
  const nearest = nearestCentres(centres, all, centres, 2);
  let best = { low: 0, high: 0, similarity: -Infinity };
  nearest.centres.forEach((other, place) => {
    const centre = place >> 1;
    const similarity = nearest.similarities[place]!;
    if (other === centre || similarity <= best.similarity) return;
    best = { low: Math.min(centre, other), high: Math.max(centre, other), similarity };
  });
  return best;
}

/** `high` becomes part of `low`, the last group takes its number. */
function join({ groups, count }: Grouping, low: number, high: number): Grouping {
  const last = count - 1;
  const numberOf = (group: number): number =>
    group === high ? low : group === last ? high : group;
  return { groups: groups.map(numberOf), count: last };
}
