/** Neighbours per row: the k of cleanlab's outlier score. */
export const NEIGHBOURS = 10;

/** The nearest rows of consecutive rows, row-major [rows, width], most similar first. */
export interface Neighbours {
  /** Row numbers; −1 where the file has fewer different rows, and throughout for a row without a meaning. */
  readonly rows: Int32Array;
  /** Cosine similarities in [−1, 1]; 0 beside −1. */
  readonly similarities: Float32Array;
}

/**
 * The best candidates of each query so far, row-major [queries, width]; scores are cosines up to the factor of the query's own
 * norm. Which candidates stay does not depend on the order in which they are offered: ties go to the lower row.
 */
export interface BestRows {
  /** −1 where there is none yet. */
  readonly rows: Int32Array;
  /** −∞ where there is none yet. */
  readonly scores: Float64Array;
  readonly width: number;
}

/** Forgets what was offered. */
export function clearBestRows({ rows, scores }: BestRows): void {
  rows.fill(-1);
  scores.fill(-Infinity);
}

/**
 * What was found, in arrays of its own.
 * @param inverseNormOf of a query
 */
export function neighboursFrom(
  { rows, scores, width }: BestRows,
  inverseNormOf: (query: number) => number,
): Neighbours {
  const similarities = new Float32Array(scores.length);
  for (let query = 0, at = 0; at < scores.length; query++) {
    const inverseNorm = inverseNormOf(query);
    for (let k = 0; k < width; k++, at++) {
      if (rows[at] !== -1) similarities[at] = scores[at]! * inverseNorm;
    }
  }
  return { rows: rows.slice(), similarities };
}

/** The score that a candidate must reach to be among the best of a query. */
export function leastScore({ scores, width }: BestRows, query: number): number {
  return scores[(query + 1) * width - 1]!;
}

/** Offers one candidate to one query. O(width), and less where it is not among the best. */
export function offerRow(
  { rows, scores, width }: BestRows,
  query: number,
  score: number,
  row: number,
): void {
  const start = query * width;
  let place = start + width - 1;
  const least = scores[place]!;
  if (score < least || (score === least && row > rows[place]!)) return;
  for (; place > start; place--) {
    const better = scores[place - 1]!;
    if (better > score || (better === score && rows[place - 1]! < row)) break;
    scores[place] = better;
    rows[place] = rows[place - 1]!;
  }
  scores[place] = score;
  rows[place] = row;
}
