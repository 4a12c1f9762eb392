/** Above this share of rows with a repeated identifier it names something that several rows share. */
const MAX_REPEATED_SHARE = 0.5;

/**
 * Rows whose identifier an earlier row has; none where that is so for half of the rows or more.
 * @param ids hash of each row's identifier, 0 for none
 * @returns rows, ascending
 * O(rows).
 */
export function repeatedIds(ids: readonly number[]): number[] {
  const seen = new Set<number>();
  const repeated: number[] = [];
  let rows = 0;
  ids.forEach((id, row) => {
    if (id === 0) return;
    rows++;
    if (seen.has(id)) repeated.push(row);
    seen.add(id);
  });
  return repeated.length < MAX_REPEATED_SHARE * rows ? repeated : [];
}
