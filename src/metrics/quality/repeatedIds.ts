/** Below this share of rows with a repeated identifier nothing else is asked: a label or a group repeats more. */
const REPEATED_SHARE = 0.5;
const EQUAL_SHARE = 0.5;
/** Identifiers of joined files follow each other for the length of a file; groups and labels recur within few rows. */
const MEAN_RUN = 20;

/**
 * Rows whose identifier an earlier row has; none where it names something that several rows share, such as a group or a label.
 * It is taken for an identifier where fewer than half of the rows repeat one; or half of those that do are equal to the first
 * row that has it, as when a file was joined with itself; or the rows fall into runs without a repeat that are 20 rows long on
 * average, as when files were joined that number their rows alike.
 * @param ids hash of each row's identifier, 0 for none
 * @param hashes 64-bit hash of each row's normalised text: [rows, 2]
 * @returns rows, ascending
 * O(rows).
 */
export function repeatedIds(ids: readonly number[], hashes: Uint32Array): number[] {
  const first = new Map<number, number>();
  const repeated: number[] = [];
  let rows = 0;
  ids.forEach((id, row) => {
    if (id === 0) return;
    rows++;
    if (first.has(id)) repeated.push(row);
    else first.set(id, row);
  });
  const isEqual = (row: number) => {
    const before = first.get(ids[row]!)!;
    return hashes[2 * row] === hashes[2 * before] && hashes[2 * row + 1] === hashes[2 * before + 1];
  };
  const isIdentifier =
    repeated.length < REPEATED_SHARE * rows ||
    repeated.filter(isEqual).length >= EQUAL_SHARE * repeated.length ||
    rows >= MEAN_RUN * runsWithoutRepeat(ids);
  return isIdentifier ? repeated : [];
}

function runsWithoutRepeat(ids: readonly number[]): number {
  const run = new Set<number>();
  let runs = 1;
  for (const id of ids) {
    if (id === 0) continue;
    if (run.has(id)) {
      runs++;
      run.clear();
    }
    run.add(id);
  }
  return runs;
}
