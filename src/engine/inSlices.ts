/**
 * Hands out runs of rows that follow each other, all at once.
 * @param sliceRows rows of each run but the last, ≥ 1
 * @param work on the rows fromRow … toRow − 1
 * @returns what came of each run, in the order of the rows
 */
export async function inSlices<Result>(
  rows: number,
  sliceRows: number,
  work: (fromRow: number, toRow: number) => Promise<Result>,
): Promise<Result[]> {
  const slices: Promise<Result>[] = [];
  for (let fromRow = 0; fromRow < rows; fromRow += sliceRows) {
    slices.push(work(fromRow, Math.min(rows, fromRow + sliceRows)));
  }
  return Promise.all(slices);
}
