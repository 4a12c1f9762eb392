import type { EmbeddingMatrix } from './embeddingMatrix.ts';

export interface DifferentRows {
  /** For every row the first row with the same vector: copies stand for one another and are not each other's neighbours. */
  readonly firstEqualRow: Uint32Array;
  /** The first row of each different vector. */
  readonly listRows: Uint32Array;
}

/**
 * Where to look for a row's neighbours: plain data over which threads can share the search.
 * With one list the search is exact; otherwise it looks only into the lists whose centres are nearest (inverted lists).
 */
export interface NeighbourIndex extends DifferentRows {
  readonly centres: EmbeddingMatrix;
  /** List l holds listRows[listOffsets[l]] … listRows[listOffsets[l + 1] − 1]. */
  readonly listOffsets: Uint32Array;
  /** Lists looked into for each row. */
  readonly probes: number;
  /** Row-major [rows, probes]: those lists, for the rows that are the first with their vector; empty where all are searched. */
  readonly probedLists: Uint32Array;
  /** Absent where the search is exact. */
  readonly recall?: NeighbourRecall;
}

/** How many of the true nearest rows an inexact search finds. */
export interface NeighbourRecall {
  /** Share of the true neighbours of the sampled rows, 0–1. */
  readonly recall: number;
  /** Rows that were also searched exactly. */
  readonly sampledRows: number;
}
