import type { Features } from './extractFeatures.ts';
import type { Reading } from './reading.ts';
import type { InspectSettings, NearDuplicates } from './report.ts';
import type { TaskPool } from './taskPool.ts';

/** Exact and near-duplicate rows, told by their lines. */
export async function findDuplicates(
  pool: TaskPool,
  { rowLines }: Reading,
  features: Features,
  settings: InspectSettings,
): Promise<NearDuplicates> {
  const { exactClusters, fuzzyClusters, complete } = await pool.run('joinDuplicates', {
    rows: rowLines.length,
    shingles: features.shingles,
    exactHashes: features.exactHashes,
    threshold: settings.nearDuplicateThreshold,
  });
  const lineOf = (row: number) => rowLines[row]! + 1;
  const members = new Set<number>();
  for (const { rows } of [...exactClusters, ...fuzzyClusters]) {
    for (const row of rows) members.add(row);
  }
  return {
    scope: 'whole',
    rows: members.size,
    allPairsListed: complete,
    exactClusters: exactClusters.map(({ rows }) => ({ lines: rows.map(lineOf) })),
    fuzzyClusters: fuzzyClusters.map(({ rows, similarity, pairs }) => ({
      lines: rows.map(lineOf),
      similarity,
      pairs: pairs.map((pair) => ({
        lines: [lineOf(pair.rows[0]), lineOf(pair.rows[1])],
        similarity: pair.similarity,
      })),
    })),
  };
}
