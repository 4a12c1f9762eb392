import { AnalysisError } from '../../data/analysisError.ts';
import { englishFaultWords as faults } from '../../data/faultWords.ts';
import { selectRows } from '../../metrics/embed/embeddingMatrix.ts';
import { sampleIndexes } from '../../metrics/stats/sampleIndexes.ts';
import { inSlices } from '../inSlices.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { SampleNote } from '../report.ts';
import type { TaskPool } from '../taskPool.ts';
import { grouped } from '../../metrics/text/grouped.ts';

/** Rows of a reference that rows are compared with. */
const REFERENCE_ROWS = 2_048;
const SLICE_ROWS = 8_192;

export interface Closeness {
  /** One for each place of the embedding matrix. */
  readonly closeness: Float64Array;
  readonly sampled: readonly SampleNote[];
}

/**
 * How close each place of the embedding matrix is to the reference: the cosine similarity to the nearest of its rows, 0 at
 * the least.
 * @throws AnalysisError nothing-to-choose where the two are not of one embedder
 */
export async function closenessTo(
  pool: TaskPool,
  { features }: DatasetColumns,
  reference: DatasetColumns,
  seed: number,
): Promise<Closeness> {
  const { whole } = features;
  const other = reference.features.whole;
  if (features.embedders.whole !== reference.features.embedders.whole) {
    throw new AnalysisError(
      'nothing-to-choose',
      faults.otherEmbedder,
      reference.features.embedders.whole,
      features.embedders.whole,
    );
  }
  const sample = selectRows(other, sampleIndexes(other.rows, REFERENCE_ROWS, seed));
  const closeness = new Float64Array(whole.rows);
  await inSlices(whole.rows, SLICE_ROWS, async (fromRow, toRow) => {
    const rows = { matrix: whole, fromRow, toRow };
    const cosines = await pool.run('closestRows', { ...rows, reference: sample });
    closeness.set(
      cosines.map((cosine) => Math.max(0, cosine)),
      fromRow,
    );
  });
  const sampled: SampleNote = {
    what: 'reference-rows',
    used: sample.rows,
    of: other.rows,
    seed,
    message: `Closeness was told by a random sample of ${grouped(sample.rows)} of ${grouped(other.rows)} rows of the reference.`,
  };
  return { closeness, sampled: sample.rows < other.rows ? [sampled] : [] };
}
