/** What every comparison by random draws takes. */
export interface CompareOptions {
  readonly seed: number;
  /** Called every few milliseconds; may throw to stop. */
  readonly checkpoint?: () => void;
}

/** Something counted in each of the two files that are compared. */
export interface InBoth<T = number> {
  readonly dataset: T;
  readonly reference: T;
}
