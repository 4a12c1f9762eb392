import { LEVEL_COLUMNS, type LevelColumn } from '../../../../src/data/runTable/runColumns.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';

/** A table of runs whose truth is known: score = 50 + Σ slope · standard deviations of a level + noise. */
export function simulatedRuns({
  runs,
  slopes,
  noise = 1,
  seed = 1,
}: {
  readonly runs: number;
  readonly slopes: Readonly<Partial<Record<LevelColumn, number>>>;
  readonly noise?: number;
  readonly seed?: number;
}): { readonly header: string; readonly rows: string[] } {
  const random = createRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const rows = Array.from({ length: runs }, (_, run) => {
    const levels = LEVEL_COLUMNS.map(() => normal());
    const score = LEVEL_COLUMNS.reduce(
      (sum, level, i) => sum + (slopes[level] ?? 0) * levels[i]!,
      50 + noise * normal(),
    );
    const size = 1000 * 2 ** (run % 4);
    const kinds = levels.map((level) => (100 + 20 * level).toFixed(4));
    return [`run-${run + 1}.jsonl`, size, 1000, ...kinds, score.toFixed(4)].join(',');
  });
  return { header: ['data', 'size', 'common-rows', ...LEVEL_COLUMNS, 'score'].join(','), rows };
}
