/** Rows of one meaning that make a topic, at least. */
export const SMALLEST_TOPIC = 3;
/** Fewer different rows make one topic, whatever they are about: that is no finding. */
export const FEWEST_ROWS_OF_TOPICS = 2 * SMALLEST_TOPIC;
