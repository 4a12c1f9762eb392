import type { Topics } from './topics.ts';

/** Rows read again to name a topic. */
export const ROWS_PER_NAME = 60;

/**
 * The rows nearest to each topic's centre, nearest first: examples of the topic, and all that its name needs.
 * Of copies, which are equally near, only the first is taken.
 * @param perTopic rows at most per topic, ≥ 1
 * @returns for every topic its rows; equally near ones by row number
 * O(rows · log rows).
 */
export function rowsForNaming(topics: Topics, perTopic: number): number[][] {
  const { topicOfRow, similarityOfRow, rowsOfTopic } = topics;
  const members = Array.from(rowsOfTopic, (): number[] => []);
  for (let row = 0; row < topicOfRow.length; row++) {
    if (topicOfRow[row]! >= 0) members[topicOfRow[row]!]!.push(row);
  }
  return members.map((rows) => {
    const limit = similarityOfNearest(rows, similarityOfRow, perTopic);
    const near = rows.filter((row) => similarityOfRow[row]! >= limit);
    near.sort((a, b) => similarityOfRow[b]! - similarityOfRow[a]! || a - b);
    return near.filter(
      (row, at) => at === 0 || similarityOfRow[row] !== similarityOfRow[near[at - 1]!],
    );
  });
}

/** The similarity that so many rows reach, not counting those that are equally near as another; of fewer rows the least. */
function similarityOfNearest(
  rows: readonly number[],
  similarityOfRow: Float32Array,
  count: number,
): number {
  const similarities = new Float32Array(rows.length);
  for (let at = 0; at < rows.length; at++) similarities[at] = similarityOfRow[rows[at]!]!;
  similarities.sort();
  let place = rows.length - 1;
  for (let left = count - 1; place > 0; place--) {
    if (similarities[place - 1] !== similarities[place] && left-- === 0) break;
  }
  return similarities[place]!;
}
