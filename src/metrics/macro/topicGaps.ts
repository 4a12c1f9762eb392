import { selectRows, type EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { centresOfGroups, nearestCentres } from '../embed/neighboursCentres.ts';
import { nearestRows } from '../embed/nearestRows.ts';
import type { Topics } from './topics.ts';

/** Regions between neighbouring topics in which there is no row. */
export interface TopicGaps {
  /** The cosine to their topic's centre that half of the rows with a topic reach, in [−1, 1]. */
  readonly usualSimilarity: number;
  /** The emptiest first, at most 5. */
  readonly between: readonly TopicGap[];
}

export interface TopicGap {
  /** Two topics, the larger first. */
  readonly topics: readonly [number, number];
  /** Cosine of the row that is nearest to the midpoint; below `usualSimilarity`. */
  readonly nearestSimilarity: number;
  /** Of each topic the row that is nearest to the midpoint. */
  readonly rows: readonly [number, number];
}

/** Topics that count as neighbours of a topic: those with the nearest centres. */
const NEIGHBOURS = 2;
/** Pairs, emptiest on the sample, that are looked at among all rows. */
const VERIFIED = 16;
const MOST_GAPS = 5;

/**
 * Finds gaps: pairs of neighbouring topics where no row is as near to the midpoint of the two centres as half of the rows
 * are to the centre of their own topic. Two topics are neighbours if the centre of one is among the two nearest to that
 * of the other, with a cosine above 0; the midpoint is the mean of the two unit centres.
 *
 * The midpoints of all neighbours are first compared with the rows that the topics were found on; the 16 emptiest then
 * with every row. So what is listed is a gap in the whole file, while of a large file a gap could be missed.
 * @returns undefined for fewer than two topics
 * O((sample · topics · 2 + rows · 16) · dimensions) time. Deterministic.
 */
export function findTopicGaps(matrix: EmbeddingMatrix, topics: Topics): TopicGaps | undefined {
  const { centres, sample } = topics;
  if (centres.rows < 2) return undefined;
  const usualSimilarity = medianSimilarity(topics);
  const pairs = neighbouringTopics(centres);
  const onSample = nearestRows(matrix, sample, midpoints(centres, pairs));
  const emptiest = pairs
    .map((pair, index) => ({ pair, similarity: onSample[index]!.similarity }))
    .filter(({ similarity }) => similarity < usualSimilarity)
    .sort((a, b) => a.similarity - b.similarity)
    .slice(0, VERIFIED)
    .map(({ pair }) => pair);
  const places = midpoints(centres, emptiest);
  const all = Uint32Array.from({ length: matrix.rows }, (_, row) => row);
  const inFile = nearestRows(matrix, all, places);
  const gaps = emptiest
    .map((pair, index) => ({ pair, index, similarity: inFile[index]!.similarity }))
    .filter(({ similarity }) => similarity < usualSimilarity)
    .sort((a, b) => a.similarity - b.similarity)
    .slice(0, MOST_GAPS);
  const between = gaps.map(({ pair, index, similarity }): TopicGap => {
    const place = selectRows(places, Uint32Array.of(index));
    const onSide = (topic: number) =>
      nearestRows(
        matrix,
        all.filter((row) => topics.topicOfRow[row] === topic),
        place,
      )[0]!.row;
    const [first, second] = pair;
    return {
      topics: pair,
      nearestSimilarity: similarity,
      rows: [onSide(first), onSide(second)],
    };
  });
  return { usualSimilarity, between };
}

/** At least one row has a topic where there are topics. */
function medianSimilarity({ topicOfRow, similarityOfRow }: Topics): number {
  const similarities = similarityOfRow.filter((_, row) => topicOfRow[row]! >= 0).sort();
  return similarities[similarities.length >> 1]!;
}

/** Each pair once, the larger topic first, in the order of the topics. */
function neighbouringTopics(centres: EmbeddingMatrix): [number, number][] {
  const all = Uint32Array.from({ length: centres.rows }, (_, topic) => topic);
  // A centre is most similar to itself.
  const count = Math.min(NEIGHBOURS + 1, centres.rows);
  const nearest = nearestCentres(centres, all, centres, count);
  const pairs = new Map<number, [number, number]>();
  nearest.centres.forEach((other, place) => {
    const topic = Math.floor(place / count);
    if (other === topic || nearest.similarities[place]! <= 0) return;
    const [first, second] = topic < other ? [topic, other] : [other, topic];
    pairs.set(first * centres.rows + second, [first, second]);
  });
  return [...pairs.keys()].sort((a, b) => a - b).map((key) => pairs.get(key)!);
}

function midpoints(
  centres: EmbeddingMatrix,
  pairs: readonly (readonly [number, number])[],
): EmbeddingMatrix {
  const pairOfCentre = Uint32Array.from({ length: 2 * pairs.length }, (_, at) => at >> 1);
  return centresOfGroups(centres, Uint32Array.from(pairs.flat()), pairOfCentre, pairs.length);
}
