/** How samples of so many rows are cut from rows in random order. */
export interface Cut {
  /** Neighbouring rows that one sample takes, or that it leaves out. */
  readonly side: number;
  /**
   * Whether a sample is all rows but these: one order then gives many samples of most rows, where
   * otherwise it had room for one.
   */
  readonly leavesOut: boolean;
  /** Samples that one order gives. */
  readonly count: number;
}

/** @param size an integer in [1, rows − 1] */
export function cutSamples(rows: number, size: number): Cut {
  const leavesOut = 2 * size > rows;
  const side = leavesOut ? rows - size : size;
  return { side, leavesOut, count: Math.floor(rows / side) };
}
