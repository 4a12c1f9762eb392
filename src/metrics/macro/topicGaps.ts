import { allRows, selectRows, type EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { centresOfGroups, nearestCentres } from '../embed/neighboursCentres.ts';
import { countNear } from '../embed/countNear.ts';
import { nearestRows } from '../embed/nearestRows.ts';
import { stackRows } from '../embed/stackRows.ts';
import type { Topics } from './topics.ts';

/** Regions between neighbouring topics in which there are hardly any rows. */
export interface TopicGaps {
  /**
   * The cosine to their topic's centre that half of the rows with a topic reach, in [−1, 1]: rows
   * so near to a place are near.
   */
  readonly usualSimilarity: number;
  /** The emptiest first, at most 5. */
  readonly between: readonly TopicGap[];
}

export interface TopicGap {
  /** Two topics, the larger first. */
  readonly topics: readonly [number, number];
  /** Rows near the midpoint of the two centres: less than a tenth of the lesser of `rowsAtCentres`. */
  readonly rowsBetween: number;
  /** Rows near the centre of each topic, 5 or more. */
  readonly rowsAtCentres: readonly [number, number];
  /** Of each topic the row that is nearest to the midpoint. */
  readonly rows: readonly [number, number];
}

/** Topics that count as neighbours of a topic: those with the nearest centres. */
const NEIGHBOURS = 2;
/** A place with less than this share of the rows that the emptier centre has is a gap. */
const SPARSE_SHARE = 0.1;
/** Fewer rows at the emptier centre say nothing of an empty place: beside two, one place in seven is empty by chance. */
const LEAST_ROWS = 5;
/** Pairs, emptiest on the sample, that are looked at among all rows. */
const VERIFIED = 16;
const MOST_GAPS = 5;

/**
 * Finds gaps: pairs of neighbouring topics where less than a tenth as many rows are near the midpoint of the two centres as
 * are near the emptier of them, which has 5 or more. Near is a row whose cosine reaches that which half of the rows have to
 * the centre of their own topic. Two topics are neighbours if the centre of one is among the two nearest to that of the
 * other, with a cosine above 0; the midpoint is the mean of the two unit centres.
 *
 * The midpoints of all neighbours are first compared with the rows that the topics were found on; the 16 emptiest then
 * with every row. So what is listed is a gap in the whole file, while of a large file a gap could be missed.
 * @returns undefined for fewer than two topics
 * O((sample · topics · 3 + rows · 48) · dimensions) time. Deterministic.
 */
export function findTopicGaps(matrix: EmbeddingMatrix, topics: Topics): TopicGaps | undefined {
  const { centres, sample } = topics;
  if (centres.rows < 2) return undefined;
  const usualSimilarity = medianSimilarity(topics);
  const emptiest = (
    rows: Uint32Array,
    pairs: readonly TopicPair[],
    { most, leastRows }: { readonly most: number; readonly leastRows: number },
  ) => {
    const ends = Uint32Array.from(new Set(pairs.flat()));
    const places = stackRows(selectRows(centres, ends), midpoints(centres, pairs));
    const near = countNear(matrix, rows, places, usualSimilarity);
    const rowsAtCentre = new Map(Array.from(ends, (topic, at) => [topic, near[at]!]));
    return pairs
      .map((pair, at) => ({
        pair,
        rowsBetween: near[ends.length + at]!,
        rowsAtCentres: [rowsAtCentre.get(pair[0])!, rowsAtCentre.get(pair[1])!] as const,
      }))
      .filter(
        (place) => place.rowsBetween < SPARSE_SHARE * emptier(place) && emptier(place) >= leastRows,
      )
      .sort((a, b) => sparseness(a) - sparseness(b) || emptier(b) - emptier(a))
      .slice(0, most);
  };
  const candidates = emptiest(sample, neighbouringTopics(centres), {
    most: VERIFIED,
    leastRows: 1,
  });
  const all = allRows(matrix);
  const pairs = candidates.map(({ pair }) => pair);
  const between = emptiest(all, pairs, { most: MOST_GAPS, leastRows: LEAST_ROWS }).map(
    ({ pair, ...counts }): TopicGap => {
      const place = midpoints(centres, [pair]);
      const onSide = (topic: number) => nearestRows(matrix, rowsOf(topics, topic), place)[0]!.row;
      return { topics: pair, ...counts, rows: [onSide(pair[0]), onSide(pair[1])] };
    },
  );
  return { usualSimilarity, between };
}

type TopicPair = readonly [number, number];

type Counts = Pick<TopicGap, 'rowsBetween' | 'rowsAtCentres'>;

/** Rows near the emptier centre. */
const emptier = ({ rowsAtCentres }: Counts): number => Math.min(...rowsAtCentres);

/** Rows between two topics over those at the emptier centre, which is not empty where there is a gap. */
const sparseness = (counts: Counts): number => counts.rowsBetween / emptier(counts);

/** At least one row has a topic where there are topics. */
function medianSimilarity({ topicOfRow, similarityOfRow }: Topics): number {
  const similarities = new Float32Array(topicOfRow.length);
  let count = 0;
  for (let row = 0; row < topicOfRow.length; row++) {
    if (topicOfRow[row]! >= 0) similarities[count++] = similarityOfRow[row]!;
  }
  return similarities.subarray(0, count).sort()[count >> 1]!;
}

function rowsOf({ topicOfRow, rowsOfTopic }: Topics, topic: number): Uint32Array {
  const rows = new Uint32Array(rowsOfTopic[topic]!);
  for (let row = 0, count = 0; row < topicOfRow.length; row++) {
    if (topicOfRow[row] === topic) rows[count++] = row;
  }
  return rows;
}

/** Each pair once, the larger topic first, in the order of the topics. */
function neighbouringTopics(centres: EmbeddingMatrix): [number, number][] {
  const all = allRows(centres);
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
