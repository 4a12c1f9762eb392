import { NEIGHBOURS } from './bestRows.ts';
import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import { exactNeighboursOf } from './neighbours.ts';
import { nearestCentres } from './neighboursCentres.ts';
import type { DifferentRows } from './neighboursIndex.ts';

/** How many of the true nearest rows an inexact search finds. */
export interface NeighbourRecall {
  /** Share of the true neighbours of the sampled rows, 0–1. */
  readonly recall: number;
  /** Rows that were also searched exactly. */
  readonly sampledRows: number;
}

const SAMPLED_ROWS = 256;
const WANTED_RECALL = 0.95;
/** Rows of all kinds that are near to nothing would otherwise make the search of all others slow. */
const MOST_PROBES = 16;

/**
 * Chooses how many lists to look into for each row: the fewest that hold 95 % of the true neighbours of sampled rows, at most 16.
 * Rows about a few things need three or four lists, utterances of 150 intents with strangers among them a dozen.
 * @param different rows in an order that depends on their content; the last 256 are sampled, from which no centres were made
 * @param centres of the lists
 * @param checkpoint called every few milliseconds; may throw
 * O(256 · rows · dimensions): 0.3 s for 50,000 rows × 512.
 */
export function chooseProbes(
  matrix: EmbeddingMatrix,
  different: DifferentRows,
  centres: EmbeddingMatrix,
  checkpoint?: () => void,
): { readonly probes: number; readonly recall: NeighbourRecall } {
  const sample = different.listRows.slice(-SAMPLED_ROWS);
  const most = Math.min(MOST_PROBES, centres.rows);
  const lists = nearestCentres(matrix, sample, centres, most, checkpoint).centres;
  const exact = exactNeighboursOf(different, matrix, sample, checkpoint);
  const neighbours = Uint32Array.from(exact.rows.filter((row) => row !== -1));
  const listOfNeighbour = nearestCentres(matrix, neighbours, centres, 1, checkpoint).centres;
  /** Neighbours in the list that is looked into first, second … */
  const foundInProbe = new Uint32Array(most);
  let next = 0;
  exact.rows.forEach((neighbour, at) => {
    if (neighbour === -1) return;
    const from = Math.floor(at / NEIGHBOURS) * most;
    const probe = lists.subarray(from, from + most).indexOf(listOfNeighbour[next++]!);
    if (probe >= 0) foundInProbe[probe]!++;
  });
  let found = 0;
  let probes = 0;
  while (probes < most && found < WANTED_RECALL * neighbours.length)
    found += foundInProbe[probes++]!;
  return { probes, recall: { recall: found / neighbours.length, sampledRows: sample.length } };
}
