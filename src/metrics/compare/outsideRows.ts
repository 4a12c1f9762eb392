/** Rows of one file by how far they lie from the other. */
export interface OutsideRanking {
  /** Rows with a distance. */
  readonly rows: number;
  /** The distance from which a row is outside. */
  readonly limit: number;
  /** Rows at the limit or beyond. */
  readonly outside: number;
  /**
   * Share of rows at the limit or beyond that is expected of one source, 0–1: about 1 %, more where the other file has fewer
   * than 100 rows.
   */
  readonly expectedShare: number;
  /** Rows that are not in the other file as they are, the furthest first, equally far ones by number. */
  readonly ranked: Uint32Array;
}

/** Share of the other file's own rows that lie at the limit or beyond. */
const OUTSIDE_SHARE = 0.01;
/** Cosines are rounded to 32 bits: nearer rows are equal. */
const ROUNDING = 1e-6;

/**
 * Rows that lie further from the nearest row of another file than all but 1 % of that file's rows do from each other. A row of
 * the other file's source is as likely at any place among their n distances: beyond the limit, at place p, in (n + 1 − p) /
 * (n + 1) of the cases.
 * @param distances of each row to the nearest row of the other file; NaN where it has none
 * @param otherDistances of the other file's rows to the nearest different row of their own file; NaN where there is none
 * @returns undefined where either file has no row with a distance
 * O(rows · log rows).
 * @see Naeem et al. (2020), arXiv 2002.09797: precision and recall by nearest-neighbour balls, of which this has one radius
 */
export function outsideRows(
  distances: Float32Array,
  otherDistances: Float32Array,
): OutsideRanking | undefined {
  const usual = otherDistances.filter((distance) => !Number.isNaN(distance)).sort();
  const measured = Uint32Array.from(distances.keys()).filter(
    (row) => !Number.isNaN(distances[row]),
  );
  if (usual.length === 0 || measured.length === 0) return undefined;
  const before = Math.min(usual.length - 1, Math.ceil((1 - OUTSIDE_SHARE) * usual.length));
  const limit = usual[before]!;
  const expectedShare = (usual.length - before) / (usual.length + 1);
  const ranked = measured
    .filter((row) => distances[row]! > ROUNDING)
    .sort((a, b) => distances[b]! - distances[a]! || a - b);
  const outside = ranked.filter((row) => distances[row]! >= limit).length;
  return { rows: measured.length, limit, outside, expectedShare, ranked };
}
