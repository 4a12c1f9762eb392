/** How many of the rows read for each of some topics have each term. */
export interface TermCounts {
  /** Every term once. */
  readonly terms: readonly string[];
  readonly topics: readonly CountedTerms[];
}

/** The terms of one topic, in the order in which they came. */
export interface CountedTerms {
  /** Places in the terms of all topics. */
  readonly places: Uint32Array;
  /** Rows that have each. */
  readonly counts: Uint32Array;
}

/** The counts of the same topics in rows of two files. Of each topic the terms of the first come first. */
export function addTermCounts(first: TermCounts, second: TermCounts): TermCounts {
  const terms = [...first.terms];
  const placeOfTerm = new Map(terms.map((term, place) => [term, place]));
  const placeOfSecond = second.terms.map((term) => placeOfTerm.get(term) ?? terms.push(term) - 1);
  const topics = first.topics.map(({ places, counts }, topic): CountedTerms => {
    const sums = new Map(Array.from(places, (place, at) => [place, counts[at]!]));
    const others = second.topics[topic]!;
    others.places.forEach((other, at) => {
      const place = placeOfSecond[other]!;
      sums.set(place, (sums.get(place) ?? 0) + others.counts[at]!);
    });
    return { places: Uint32Array.from(sums.keys()), counts: Uint32Array.from(sums.values()) };
  });
  return { terms, topics };
}
