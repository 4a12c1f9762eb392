import type { TermCounts } from '../../src/metrics/macro/termCounts.ts';

/** The terms of each topic, each with its count, in the order in which they came. */
export function termsByTopic({ terms, topics }: TermCounts): (readonly [string, number])[][] {
  return topics.map(({ places, counts }) =>
    Array.from(places, (place, at) => [terms[place]!, counts[at]!] as const),
  );
}
