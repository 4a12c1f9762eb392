/**
 * The value of a set of rows, told by what one more row adds to it. The value is monotone (a gain is never negative) and
 * submodular (a gain never rises as rows are added): what the lazy greedy choice and its guarantee rest on.
 */
export interface Objective {
  /** What the row would add to those added so far, ≥ 0. */
  gain(row: number): number;
  add(row: number): void;
}
