/** Neighbours per row: the k of cleanlab's outlier score. */
export const NEIGHBOURS = 10;

/** The nearest rows of consecutive rows, row-major [rows, NEIGHBOURS], most similar first. */
export interface Neighbours {
  /** Row numbers; −1 where the file has fewer different rows, and throughout for a row without a meaning. */
  readonly rows: Int32Array;
  /** Cosine similarities in [−1, 1]; 0 beside −1. */
  readonly similarities: Float32Array;
}

/**
 * The best candidates of each query so far, row-major [queries, NEIGHBOURS]; scores are cosines up to the factor of the
 * query's own norm. Which candidates stay does not depend on the order in which they are offered: ties go to the lower row.
 */
export interface BestRows {
  readonly rows: Int32Array;
  readonly scores: Float64Array;
}

export function createBestRows(queries: number): BestRows {
  return {
    rows: new Int32Array(queries * NEIGHBOURS).fill(-1),
    scores: new Float64Array(queries * NEIGHBOURS).fill(-Infinity),
  };
}

/** @param inverseNormOf of a query */
export function neighboursFrom(
  { rows, scores }: BestRows,
  inverseNormOf: (query: number) => number,
): Neighbours {
  const similarities = Float32Array.from(scores, (score, i) =>
    rows[i] === -1 ? 0 : score * inverseNormOf(Math.floor(i / NEIGHBOURS)),
  );
  return { rows, similarities };
}

/** Offers candidates to one query, products[j] · inverseNorms[j] being the score of the j-th; `self` is passed over. */
export function offerRows(
  best: BestRows,
  query: number,
  self: number,
  products: Int32Array,
  inverseNorms: Float64Array,
  candidates: Uint32Array,
): void {
  const last = (query + 1) * NEIGHBOURS - 1;
  let worst = best.scores[last]!;
  for (let j = 0; j < candidates.length; j++) {
    const score = products[j]! * inverseNorms[j]!;
    if (score < worst || candidates[j] === self) continue;
    insertRow(best, query, score, candidates[j]!);
    worst = best.scores[last]!;
  }
}

/** Offers one candidate to one query. */
export function insertRow(
  { rows, scores }: BestRows,
  query: number,
  score: number,
  row: number,
): void {
  const start = query * NEIGHBOURS;
  const last = start + NEIGHBOURS - 1;
  const isBefore = (place: number): boolean =>
    scores[place]! < score || (scores[place] === score && rows[place]! > row);
  if (!isBefore(last)) return;
  let place = last;
  for (; place > start && isBefore(place - 1); place--) {
    scores[place] = scores[place - 1]!;
    rows[place] = rows[place - 1]!;
  }
  scores[place] = score;
  rows[place] = row;
}
