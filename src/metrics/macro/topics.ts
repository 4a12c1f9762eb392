import { findDistinctRows } from '../embed/distinctRows.ts';
import { allRows, selectRows, type EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { centresOfGroups, nearestCentres } from '../embed/neighboursCentres.ts';
import { SMALLEST_TOPIC } from '../stats/smallestTopic.ts';
import { choosePartition } from './choosePartition.ts';
import { mergeAlike, type Grouping } from './mergeAlike.ts';

/** Rows of like meaning. Topics are numbered by size, largest first. */
export interface Topics {
  /** [rows]: the topic of each row, −1 for none. */
  readonly topicOfRow: Int32Array;
  /** [rows]: cosine to the nearest topic's centre, in [−1, 1]; 0 for a row without a meaning. */
  readonly similarityOfRow: Float32Array;
  /** Rows of each topic. */
  readonly rowsOfTopic: Uint32Array;
  /** One centre per topic. */
  readonly centres: EmbeddingMatrix;
  /** Rows less similar than this to every centre have no topic. */
  readonly minimumSimilarity: number;
  /** Different rows on which the topics were found, and how many different ones there are. */
  readonly sample: Uint32Array;
  readonly distinctRows: number;
}

const SAMPLED_ROWS = 6_144;
/** Communities are found greedily, so that the order in which rows are looked at matters: it is always the same. */
const ORDER_SEED = 1;
/** Share of the sampled rows taken to lie too far from the centre of their own community. */
const STRAY_SHARE = 0.05;
/**
 * Two centres at this cosine or above are one topic. Set for the built-in embedder: rows that one template makes fall
 * together at it, the 77 intents of BANKING77, all about one bank, stay apart.
 */
const SAME_TOPIC = 0.88;
/** More than the rounding of 32-bit cosines, so that rows equal to the limit stay in. */
const ROUNDING = 1e-6;

/**
 * Finds topics and how many there are.
 * 1. Up to 6,144 different rows, chosen by their content, are cut into communities by `choosePartition`, which
 *    decides how many there are; those that are nearly the same are merged (`mergeAlike`).
 * 2. Every row goes to the topic with the nearest centre. It has none if it is less similar to it than 95 % of the
 *    sampled rows are to the centre of their own community, so a few per cent of any file have none (of fewer than 20, no row).
 * The same rows have the same topics, in any order: nothing is drawn. Copies of a row add to a topic's size but not to its
 * finding. How much other rows of the same source would change is measured in `bench/topics.md`.
 * @param checkpoint called every few hundred milliseconds; may throw to stop the search
 * @returns no topics for a matrix without a meaningful row
 * O(sample² · dimensions + rows · topics · dimensions); about 1.5 s of one core for 50,000 rows × 512.
 * CLINC150 (150 intents): 140 topics, V-measure .83 (k-means told the number: .80); BANKING77: 123, .74 (.67).
 */
export function findTopics(matrix: EmbeddingMatrix, checkpoint?: () => void): Topics {
  const distinct = findDistinctRows(matrix, ORDER_SEED);
  const sampledRows = distinct.rows.subarray(0, SAMPLED_ROWS);
  const sample = selectRows(matrix, sampledRows);
  const facts = { sample: sampledRows, distinctRows: distinct.rows.length };
  if (sample.rows === 0) return { ...withoutTopics(matrix), ...facts };
  const communities = dropSmall(choosePartition(sample, checkpoint));
  const { groups, count } = mergeAlike(sample, communities, SAME_TOPIC);
  const centres = centresOfGroups(sample, allRows(sample), groups, count);
  const minimumSimilarity = strayLimit(sample, groups, centres);
  const assigned = assignRows(matrix, centres, minimumSimilarity, checkpoint);
  return { ...assigned, minimumSimilarity, ...facts };
}

function withoutTopics(matrix: EmbeddingMatrix): Omit<Topics, 'sample' | 'distinctRows'> {
  return {
    topicOfRow: new Int32Array(matrix.rows).fill(-1),
    similarityOfRow: new Float32Array(matrix.rows),
    rowsOfTopic: new Uint32Array(0),
    centres: selectRows(matrix, new Uint32Array(0)),
    minimumSimilarity: 0,
  };
}

/** Communities too small to be topics become −1; where all are, there is one topic. */
function dropSmall(partition: Uint32Array): Grouping {
  const sizes = new Map<number, number>();
  for (const community of partition) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const kept = [...sizes.keys()].filter((community) => sizes.get(community)! >= SMALLEST_TOPIC);
  if (kept.length === 0) return { groups: new Int32Array(partition.length), count: 1 };
  const numbers = new Map(kept.map((community, number) => [community, number]));
  const groups = Int32Array.from(partition, (community) => numbers.get(community) ?? -1);
  return { groups, count: kept.length };
}

/** The similarity to their own centre that all but a small share of the sampled rows exceed. */
function strayLimit(sample: EmbeddingMatrix, groups: Int32Array, centres: EmbeddingMatrix): number {
  const cosines = new Float64Array(sample.rows);
  let count = 0;
  for (let row = 0; row < sample.rows; row++) {
    const group = groups[row]!;
    if (group >= 0) cosines[count++] = cosine(sample, row, centres, group);
  }
  // Fewer rows say nothing about how far the last twentieth of them lies.
  if (count * STRAY_SHARE < 1) return -1;
  const similarities = cosines.subarray(0, count).sort();
  return similarities[Math.floor(STRAY_SHARE * similarities.length)]! - ROUNDING;
}

function cosine(a: EmbeddingMatrix, rowA: number, b: EmbeddingMatrix, rowB: number): number {
  const { dimensions, values } = a;
  const others = b.values;
  let dot = 0;
  for (let k = 0, i = rowA * dimensions, j = rowB * dimensions; k < dimensions; k++) {
    dot = (dot + Math.imul(values[i + k]!, others[j + k]!)) | 0;
  }
  return dot * a.inverseNorms[rowA]! * b.inverseNorms[rowB]!;
}

function assignRows(
  matrix: EmbeddingMatrix,
  centres: EmbeddingMatrix,
  minimumSimilarity: number,
  checkpoint?: () => void,
): Pick<Topics, 'topicOfRow' | 'similarityOfRow' | 'rowsOfTopic' | 'centres'> {
  const all = allRows(matrix);
  const nearest = nearestCentres(matrix, all, centres, 1, checkpoint);
  const centreOfRow = Int32Array.from(nearest.centres);
  leaveStrays(centreOfRow, matrix.inverseNorms, nearest.similarities, minimumSimilarity);
  const sizes = sizesOfGroups(centreOfRow, centres.rows);
  const bySize = Uint32Array.from(sizes.keys())
    .filter((centre) => sizes[centre]! > 0)
    .sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const topicOfCentre = new Int32Array(centres.rows);
  bySize.forEach((centre, topic) => (topicOfCentre[centre] = topic));
  return {
    topicOfRow: centreOfRow.map((centre) => (centre < 0 ? -1 : topicOfCentre[centre]!)),
    similarityOfRow: nearest.similarities,
    rowsOfTopic: bySize.map((centre) => sizes[centre]!),
    centres: selectRows(centres, bySize),
  };
}

/** Rows without a meaning, and those that are too far from their centre, have none: −1. */
function leaveStrays(
  centreOfRow: Int32Array,
  inverseNorms: Float32Array,
  similarities: Float32Array,
  minimumSimilarity: number,
): void {
  for (let row = 0; row < centreOfRow.length; row++) {
    const isNear = inverseNorms[row] !== 0 && similarities[row]! >= minimumSimilarity;
    if (!isNear) centreOfRow[row] = -1;
  }
}

/** @param groupOfRow −1 for none */
function sizesOfGroups(groupOfRow: Int32Array, groups: number): Uint32Array {
  const sizes = new Uint32Array(groups);
  for (let row = 0; row < groupOfRow.length; row++) {
    if (groupOfRow[row]! >= 0) sizes[groupOfRow[row]!]!++;
  }
  return sizes;
}
