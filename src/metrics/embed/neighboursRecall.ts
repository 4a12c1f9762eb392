import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import { exactNeighboursOf, NEIGHBOURS, neighboursOf } from './neighbours.ts';
import type { NeighbourIndex } from './neighboursIndex.ts';

/** How many of the true nearest rows the search finds. */
export interface NeighbourRecall {
  /** Share of the true neighbours of the sampled rows, 0–1. */
  readonly recall: number;
  /** Rows that were also searched exactly. */
  readonly sampledRows: number;
}

const SAMPLED_ROWS = 128;

/**
 * Recall of an inexact index, estimated on up to 128 rows that the index's own seed and the rows' content choose.
 * @param checkpoint called every few milliseconds; may throw
 * @returns undefined for an exact index, where there is nothing to estimate
 * O(128 · rows · dimensions): 0.1 s for 50,000 rows × 512.
 */
export function estimateNeighbourRecall(
  index: NeighbourIndex,
  matrix: EmbeddingMatrix,
  checkpoint?: () => void,
): NeighbourRecall | undefined {
  if (index.probes >= index.centres.rows) return undefined;
  // One row from each of evenly spaced places of the list order: all regions of the file are asked.
  const step = index.listRows.length / SAMPLED_ROWS;
  const sample = Uint32Array.from(
    { length: SAMPLED_ROWS },
    (_, i) => index.listRows[Math.floor(i * step)]!,
  );
  const exact = exactNeighboursOf(index, matrix, sample, checkpoint);
  const found = neighboursOf(index, matrix, sample, checkpoint);
  let hits = 0;
  let all = 0;
  sample.forEach((_, i) => {
    const seen = found.rows.subarray(i * NEIGHBOURS, (i + 1) * NEIGHBOURS);
    for (const neighbour of exact.rows.subarray(i * NEIGHBOURS, (i + 1) * NEIGHBOURS)) {
      if (neighbour === -1) continue;
      all++;
      if (seen.includes(neighbour)) hits++;
    }
  });
  return { recall: hits / all, sampledRows: SAMPLED_ROWS };
}
