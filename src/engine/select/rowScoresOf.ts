import { selectRows } from '../../metrics/embed/embeddingMatrix.ts';
import { sampleIndexes } from '../../metrics/stats/sampleIndexes.ts';
import { AnalysisError } from '../../data/analysisError.ts';
import { englishFaultWords as faults } from '../../data/faultWords.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { SampleNote } from '../report.ts';
import { tokenCounts } from '../shared.ts';
import type { TaskPool } from '../taskPool.ts';

/** Rows of a reference that rows are compared with. */
const REFERENCE_ROWS = 2_048;
const SLICE_ROWS = 8_192;

/** How long each row is among the others: the share of rows that are shorter, 0–1, ties in the middle. O(rows · log rows). */
export function lengthShares({ tokens }: Pick<DatasetColumns, 'tokens'>): Float64Array {
  const instruction = tokenCounts(tokens.instruction);
  const lengths = Float64Array.from(
    tokenCounts(tokens.response),
    (count, row) => count + instruction[row]!,
  );
  const ascending = lengths.slice().sort();
  const shareOf = new Map<number, number>();
  for (let from = 0, to = 0; from < ascending.length; from = to) {
    while (to < ascending.length && ascending[to] === ascending[from]) to++;
    shareOf.set(ascending[from]!, (from + to) / 2 / ascending.length);
  }
  return lengths.map((length) => shareOf.get(length)!);
}

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
  const slices: Promise<void>[] = [];
  for (let fromRow = 0; fromRow < whole.rows; fromRow += SLICE_ROWS) {
    const toRow = Math.min(whole.rows, fromRow + SLICE_ROWS);
    const slice = pool.run('closestRows', { matrix: whole, fromRow, toRow, reference: sample });
    slices.push(
      slice.then((cosines) =>
        closeness.set(
          cosines.map((cosine) => Math.max(0, cosine)),
          fromRow,
        ),
      ),
    );
  }
  await Promise.all(slices);
  const sampled: SampleNote = {
    what: 'reference-rows',
    used: sample.rows,
    of: other.rows,
    seed,
    message: `Closeness was told by a random sample of ${sample.rows} of ${other.rows} rows of the reference.`,
  };
  return { closeness, sampled: sample.rows < other.rows ? [sampled] : [] };
}
