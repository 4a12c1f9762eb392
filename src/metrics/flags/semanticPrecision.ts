/**
 * Share of pairs at or above a cosine similarity that people judged to have roughly the same meaning (3 of 5 or more),
 * among pairs that are no near-duplicates by their wording (Jaccard < 0.7): 11,936 pairs of Japanese captions, JSTS-ja
 * train, with the embedder of that name. Written by bench/semanticDuplicates.ts; bench/quality.md has the counts, and what
 * limits them.
 */
const PRECISION_AT: readonly (readonly [cosine: number, precision: number])[] = [
  [0.9, 0.747],
  [0.92, 0.739],
  [0.94, 0.766],
  [0.95, 0.808],
  [0.96, 0.824],
];

const MEASURED_WITH = 'static-gte-small-256+ngram-256';

/**
 * The precision that can be expected of pairs at or above a cosine similarity, 0–1, interpolated; undefined below what was
 * measured, and with another embedder. Of the pairs above 0.96 there are too few to say more.
 */
export function semanticPrecision(cosine: number, embedder: string): number | undefined {
  if (embedder !== MEASURED_WITH) return undefined;
  const above = PRECISION_AT.findIndex(([at]) => at > cosine);
  if (above === 0) return undefined;
  const [low, precision] = PRECISION_AT[above < 0 ? PRECISION_AT.length - 1 : above - 1]!;
  if (above < 0) return precision;
  const [high, higher] = PRECISION_AT[above]!;
  return precision + ((higher - precision) * (cosine - low)) / (high - low);
}
