import { unionFind } from '../stats/unionFind.ts';
import type { ScoredPairs } from './scoredPairs.ts';

/** Rows linked by similar pairs; exact copies of a member are members too. */
export interface RowCluster {
  /** Ascending. */
  readonly rows: readonly number[];
  /** Lowest similarity among the pairs that link the cluster, and the mean of them. */
  readonly similarity: number;
  readonly meanSimilarity: number;
  /** Linking pairs, most similar first, then by row; at most 100. Of equal texts the first row stands for all. */
  readonly pairs: readonly RowPair[];
}

export interface RowPair {
  readonly rows: readonly [number, number];
  readonly similarity: number;
}

const MAX_PAIRS = 100;

/**
 * Clusters of similar rows: the connected components of the graph of the admitted pairs, with all copies of their members.
 * @param groups rows of equal text, see `exactGroups`
 * @param pairs between different texts, each text by its first row; see `linkingPairs`
 * @param admits whether the pair of that index links
 * @returns largest clusters first, then by first row
 * O(rows + pairs · log pairs) time.
 */
export function rowClusters(
  rows: number,
  groups: readonly (readonly number[])[],
  pairs: ScoredPairs,
  admits: (pair: number) => boolean,
): RowCluster[] {
  const components = unionFind(rows);
  const admitted: number[] = [];
  for (let pair = 0; pair < pairs.first.length; pair++) {
    if (!admits(pair)) continue;
    admitted.push(pair);
    components.union(pairs.first[pair]!, pairs.second[pair]!);
  }
  const members = new Map<number, Set<number>>();
  const links = new Map<number, number[]>();
  for (const pair of admitted) {
    const root = components.find(pairs.first[pair]!);
    let cluster = members.get(root);
    if (!cluster) {
      members.set(root, (cluster = new Set()));
      links.set(root, []);
    }
    cluster.add(pairs.first[pair]!).add(pairs.second[pair]!);
    links.get(root)!.push(pair);
  }
  for (const group of groups) {
    const cluster = members.get(components.find(group[0]!));
    if (cluster) for (const row of group) cluster.add(row);
  }
  const clusters = Array.from(members, ([root, cluster]) => ({
    rows: [...cluster].sort((a, b) => a - b),
    ...spread(links.get(root)!, pairs),
  }));
  return clusters.sort((a, b) => b.rows.length - a.rows.length || a.rows[0]! - b.rows[0]!);
}

function spread(links: number[], { first, second, similarity }: ScoredPairs) {
  links.sort(
    (a, b) => similarity[b]! - similarity[a]! || first[a]! - first[b]! || second[a]! - second[b]!,
  );
  const sum = links.reduce((total, pair) => total + similarity[pair]!, 0);
  return {
    similarity: similarity[links.at(-1)!]!,
    meanSimilarity: sum / links.length,
    pairs: links.slice(0, MAX_PAIRS).map((pair) => ({
      rows: [first[pair]!, second[pair]!] as const,
      similarity: similarity[pair]!,
    })),
  };
}
