import { FEWEST_ROWS_OF_TOPICS } from '../stats/smallestTopic.ts';
import type { Topics } from './topics.ts';

/** Whether topics say anything of their source: where so few different rows all count as one topic, that is no finding. */
export function areTopicsTold({
  rowsOfTopic,
  distinctRows,
}: Pick<Topics, 'rowsOfTopic' | 'distinctRows'>): boolean {
  return rowsOfTopic.length > 1 || distinctRows >= FEWEST_ROWS_OF_TOPICS;
}
