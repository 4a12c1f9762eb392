import { gatherEvidence, joinDuplicates } from '../findDuplicates.ts';
import { nearDuplicatesAt } from '../nearDuplicatesAt.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { InspectSettings } from '../report.ts';
import { rowLengths } from '../rowLengths.ts';
import { searchNeighbours } from '../searchNeighbours.ts';
import type { TaskPool } from '../taskPool.ts';

/** The clusters of near-duplicates that an inspection with these settings tells: equal, near in wording, near in meaning. */
export async function findClusters(
  pool: TaskPool,
  { reading, features, tokens }: DatasetColumns,
  settings: InspectSettings,
): Promise<{ readonly lines: readonly number[]; readonly keptLine: number }[]> {
  const [joined, nearest] = await Promise.all([
    joinDuplicates(pool, features, settings),
    searchNeighbours(pool, features.whole, settings.seed),
  ]);
  const rows = { reading, features, lengths: rowLengths(tokens) };
  const evidence = await gatherEvidence(pool, rows, joined, nearest, settings);
  const { exactClusters, fuzzyClusters, semantic } = nearDuplicatesAt(evidence, settings);
  return [...exactClusters, ...fuzzyClusters, ...semantic.clusters].map(({ lines, kept }) => ({
    lines,
    keptLine: kept.line,
  }));
}
