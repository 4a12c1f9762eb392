import type { Topics } from './topics.ts';

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
  topicOfRow.forEach((topic, row) => {
    if (topic >= 0) members[topic]!.push(row);
  });
  return members.map((rows) => {
    rows.sort((a, b) => similarityOfRow[b]! - similarityOfRow[a]! || a - b);
    const nearest: number[] = [];
    let last: number | undefined;
    for (const row of rows) {
      if (nearest.length === perTopic) break;
      if (similarityOfRow[row] === last) continue;
      last = similarityOfRow[row];
      nearest.push(row);
    }
    return nearest;
  });
}
