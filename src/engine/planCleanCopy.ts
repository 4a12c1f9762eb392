import { unionFind } from '../metrics/stats/unionFind.ts';

/** A flag that a person wants dropped: a single row, or a cluster of which one row stays. */
export interface DroppableFlag {
  readonly kind: string;
  /** 1-based, ascending. */
  readonly lines: readonly number[];
  /** The line of a cluster that stays; absent where no row is to stay. */
  readonly keptLine?: number;
}

export interface RemovedLine {
  /** 1-based. */
  readonly line: number;
  /** The kind of the flag that it is removed for. */
  readonly reason: string;
  /** The line that stands for it in the copy. */
  readonly keptLine?: number;
}

/**
 * Which lines a clean copy leaves out. Clusters that share a row count as one, whatever their kinds, so that of all rows
 * that are linked exactly one stays: the one that the largest cluster keeps, unless it is to go for another reason; then
 * what another cluster keeps, or the first row that is left. @returns ascending by line
 * O(lines of the flags · log).
 */
export function planCleanCopy(flags: readonly DroppableFlag[]): RemovedLine[] {
  const removed = new Map<number, RemovedLine>();
  for (const { kind, lines, keptLine } of flags) {
    if (keptLine !== undefined) continue;
    for (const line of lines) if (!removed.has(line)) removed.set(line, { line, reason: kind });
  }
  for (const clusters of linkedClusters(flags)) {
    const candidates = [
      ...clusters.map(({ keptLine }) => keptLine),
      ...clusters.flatMap(({ lines }) => lines).sort((a, b) => a - b),
    ];
    const keptLine = candidates.find((line) => !removed.has(line));
    if (keptLine === undefined) continue;
    for (const { kind, lines } of clusters) {
      for (const line of lines) {
        if (line !== keptLine && !removed.has(line)) {
          removed.set(line, { line, reason: kind, keptLine });
        }
      }
    }
  }
  return [...removed.values()].sort((a, b) => a.line - b.line);
}

type Cluster = DroppableFlag & { readonly keptLine: number };

/** Clusters that share rows, together; the largest of each group first. */
function linkedClusters(flags: readonly DroppableFlag[]): Cluster[][] {
  const clusters = flags
    .filter((flag): flag is Cluster => flag.keptLine !== undefined)
    .sort((a, b) => b.lines.length - a.lines.length);
  const groups = unionFind(clusters.length);
  const clusterOfLine = new Map<number, number>();
  clusters.forEach(({ lines }, index) => {
    for (const line of lines) {
      const other = clusterOfLine.get(line);
      if (other === undefined) clusterOfLine.set(line, index);
      else groups.union(index, other);
    }
  });
  const byRoot = new Map<number, Cluster[]>();
  clusters.forEach((cluster, index) => {
    const root = groups.find(index);
    const group = byRoot.get(root);
    if (group) group.push(cluster);
    else byRoot.set(root, [cluster]);
  });
  return [...byRoot.values()];
}
