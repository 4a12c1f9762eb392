/** Whitened rows, those of a fold one after the other. */
export interface FoldLayout {
  /** Row-major [rows, dimensions], each entry in −127 … 127. */
  readonly values: Int8Array;
  readonly dimensions: number;
  /** Where each fold ends. */
  readonly foldEnds: readonly number[];
}

/** The places of a fold's rows: from `start` up to but without `end`. */
export function placesOfFold(
  foldEnds: readonly number[],
  fold: number,
): { readonly start: number; readonly end: number } {
  return { start: fold === 0 ? 0 : foldEnds[fold - 1]!, end: foldEnds[fold]! };
}

/** Of each fold how many rows a labelling calls positive. @param labels of each row 1 or 0. O(rows). */
export function positivesOfFolds(labels: Int8Array, foldEnds: readonly number[]): number[] {
  return foldEnds.map((_, fold) => {
    const { start, end } = placesOfFold(foldEnds, fold);
    return labels.subarray(start, end).reduce((sum, label) => sum + label, 0);
  });
}
