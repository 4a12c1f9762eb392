/** Where the rows stand on the map: see metrics/map/layoutRows.ts. Points are in the order of the file. */
export interface RowMap {
  /** Row of each point among the inspection's rows, ascending. Rows without text, or beyond the sample, have none. */
  readonly rows: Uint32Array;
  /** Row-major [points, 2], in [−1, 1]. */
  readonly positions: Float32Array;
  readonly landmarks: number;
  readonly distinctRows: number;
  /** In [0, 1], k = 10; absent for 20 different rows or fewer. */
  readonly trustworthiness?: number;
}
