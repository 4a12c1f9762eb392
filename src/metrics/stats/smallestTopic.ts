/** Rows of one meaning that make a topic, at least. */
export const SMALLEST_TOPIC = 3;
/** Where fewer different rows are all in one topic that is no finding: topics of so few are hardly told apart. */
export const FEWEST_ROWS_OF_TOPICS = 40;
