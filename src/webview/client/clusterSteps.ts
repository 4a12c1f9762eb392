import type { FlagRow } from '../protocol.ts';
import { fill, formatCount } from './element.ts';
import type { FlagSource } from './flagSource.ts';
import type { PageContext } from './pageContext.ts';

export interface ClusterPosition {
  /** 0-based place of `line` among the lines of the cluster. */
  readonly index: number;
  readonly line: number;
}

/** Where a person stands in each cluster, kept while the table is there. */
export interface ClusterSteps {
  positionOf(row: FlagRow): ClusterPosition;
  lineOf(row: FlagRow): number;
  /** Goes to the next or previous line, round at the ends, opens it and says where it is. */
  step(row: FlagRow, by: 1 | -1): Promise<void>;
}

export function clusterSteps(
  source: Pick<FlagSource, 'linesOf'>,
  page: PageContext,
  say: (text: string) => void,
): ClusterSteps {
  const positions = new Map<string, ClusterPosition>();
  const positionOf = (row: FlagRow) => positions.get(row.id) ?? { index: 0, line: row.line };
  return {
    positionOf,
    lineOf: (row) => positionOf(row).line,
    step: async (row, by) => {
      if (row.clusterSize < 2) return;
      const lines = await source.linesOf(row);
      const index = (positionOf(row).index + by + lines.length) % lines.length;
      const line = lines[index];
      if (line === undefined) return;
      positions.set(row.id, { index, line });
      const place = [line, index + 1, lines.length].map(formatCount);
      say(fill(page.words.clusterPosition, ...place));
      page.post({ type: 'openLine', line, preserveFocus: true });
    },
  };
}
