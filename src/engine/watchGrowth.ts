const MOST_GROWTH_BYTES = 384 * 2 ** 20;

/**
 * Whether by then the process takes so much more memory than now that threads should end rather than rest: what they worked
 * on is let go of when they end, or when they work again. 50,000 rows of 500 bytes take about as much.
 */
export function watchGrowth(): () => boolean {
  const bytesAtStart = process.memoryUsage.rss();
  return () => process.memoryUsage.rss() - bytesAtStart > MOST_GROWTH_BYTES;
}
