/** Pairs of rows with how alike they are: pair p is rows first[p] < second[p]. */
export interface ScoredPairs {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly similarity: Float64Array;
}
