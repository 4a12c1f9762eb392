/** Rows to choose from. */
export interface PickRequest {
  /** Rows that may be chosen, none of them in `chosen`; of equally good ones the first is taken. */
  readonly candidates: Uint32Array;
  /** Rows that are in the choice already: what is picked goes with them. */
  readonly chosen: Uint32Array;
  /** Rows to pick; all candidates where there are no more. */
  readonly size: number;
  /** Called every few hundred milliseconds at the most; may throw. */
  readonly checkpoint?: () => void;
}

/** Rows in the order in which they were picked. */
export interface Picks {
  readonly rows: Uint32Array;
  /** What each row added when it was picked, in the unit of what picked it. */
  readonly gains: Float64Array;
}
