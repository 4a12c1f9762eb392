import { unionFind } from '../stats/unionFind.ts';
import type { SimilarPairs } from './fuzzyJoin.ts';

export interface DuplicateClusters {
  /** Rows equal after normalisation, ascending. */
  readonly exactClusters: readonly { readonly rows: readonly number[] }[];
  readonly fuzzyClusters: readonly FuzzyRowCluster[];
}

/** Rows linked by similar pairs; exact copies of a member are members too. */
export interface FuzzyRowCluster {
  /** Ascending. */
  readonly rows: readonly number[];
  /** Lowest Jaccard similarity among the pairs that link the cluster. */
  readonly similarity: number;
  /** Linking pairs, most similar first, then by row; at most 100. Of equal texts the first row stands for all. */
  readonly pairs: readonly RowPair[];
}

export interface RowPair {
  readonly rows: readonly [number, number];
  readonly similarity: number;
}

const MAX_PAIRS = 100;

/**
 * Clusters of near-duplicates: the connected components of the graph of similar rows. A cluster is fuzzy if it links rows
 * of at least two different texts; rows of equal text form an exact cluster, whether or not they are in a fuzzy one too.
 * @param rows rows of the file
 * @param exactGroups see `exactGroups`
 * @param similar see `fuzzyJoin`
 * @returns largest clusters first, then by first row
 * O(rows + pairs · log pairs) time.
 */
export function duplicateClusters(
  rows: number,
  exactGroups: readonly (readonly number[])[],
  similar: SimilarPairs,
): DuplicateClusters {
  const components = unionFind(rows);
  /** First row of the same text. */
  const textOf = Uint32Array.from({ length: rows }, (_, row) => row);
  for (const group of exactGroups) {
    for (const row of group) {
      textOf[row] = group[0]!;
      components.union(row, group[0]!);
    }
  }
  const pairs = linkingPairs(similar, textOf);
  for (const { rows: ends } of pairs) components.union(...ends);

  const membersOf = new Map<number, number[]>();
  const pairsOf = new Map<number, RowPair[]>();
  for (const pair of pairs) listOf(pairsOf, components.find(pair.rows[0])).push(pair);
  for (let row = 0; row < rows; row++) {
    const root = components.find(row);
    if (pairsOf.has(root)) listOf(membersOf, root).push(row);
  }
  const fuzzyClusters = [...pairsOf].map(([root, links]) => {
    links.sort((a, b) => b.similarity - a.similarity || byRows(a.rows, b.rows));
    return {
      rows: membersOf.get(root)!,
      similarity: links.at(-1)!.similarity,
      pairs: links.slice(0, MAX_PAIRS),
    };
  });
  return {
    exactClusters: largestFirst(exactGroups.map((group) => ({ rows: group }))),
    fuzzyClusters: largestFirst(fuzzyClusters),
  };
}

/** Pairs of different texts. Texts of equal sets are linked to the first of them, with similarity 1. */
function linkingPairs(similar: SimilarPairs, textOf: Uint32Array): RowPair[] {
  const pairs: RowPair[] = [];
  for (const group of similar.equalSets) {
    const texts = new Set(group.map((row) => textOf[row]!));
    const [first, ...others] = [...texts].sort((a, b) => a - b);
    for (const other of others) pairs.push({ rows: [first!, other], similarity: 1 });
  }
  similar.similarity.forEach((similarity, pair) => {
    pairs.push({ rows: [similar.first[pair]!, similar.second[pair]!], similarity });
  });
  return pairs;
}

function listOf<T>(lists: Map<number, T[]>, key: number): T[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}

function byRows(a: readonly [number, number], b: readonly [number, number]): number {
  return a[0] - b[0] || a[1] - b[1];
}

function largestFirst<T extends { readonly rows: readonly number[] }>(clusters: T[]): T[] {
  return clusters.sort((a, b) => b.rows.length - a.rows.length || a.rows[0]! - b.rows[0]!);
}
