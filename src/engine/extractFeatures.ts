import type { EmbeddingMatrix } from '../metrics/embed/embeddingMatrix.ts';
import type { EmbeddingTable } from '../metrics/embed/embeddingTable.ts';
import type { ScriptName } from '../metrics/text/mainScript.ts';
import { concatColumns, type TokenColumn } from '../metrics/text/tokenColumn.ts';
import type { Reading } from './reading.ts';
import type { InspectSettings, SampleNote } from './report.ts';
import { sampleIndexes } from '../metrics/stats/sampleIndexes.ts';
import { sharedEmbeddingMatrix, sharedInt32, sharedUint32 } from './shared.ts';
import type { TaskPool } from './taskPool.ts';

/** Rows whose meaning is measured; a larger file is sampled, which the report says. */
export const EMBEDDED_ROWS = 100_000;

const DIMENSIONS = 512;

/** What the levels and the flags share, each computed once. */
export interface Features {
  /** Row of each place in the embedding matrices, ascending: all rows, or a seeded sample of them. */
  readonly rowOfSlot: Uint32Array;
  readonly instruction: EmbeddingMatrix;
  readonly response: EmbeddingMatrix;
  readonly whole: EmbeddingMatrix;
  /** Name of the embedder; vectors are comparable under the same name only. */
  readonly embedder: string;
  readonly exactHashes: Uint32Array;
  readonly shingles: TokenColumn;
  readonly scripts: readonly ScriptName[];
  readonly sampled: readonly SampleNote[];
}

/** Reads the file a second time for embeddings, shingles, hashes and scripts. */
export async function extractFeatures(
  pool: TaskPool,
  reading: Reading,
  table: EmbeddingTable,
  settings: InspectSettings,
  onChunk: () => void,
): Promise<Features> {
  const rows = reading.rowLines.length;
  const rowOfSlot = sampleIndexes(rows, EMBEDDED_ROWS, settings.seed);
  const slots = rowOfSlot.length;
  const slotOfRow = sharedInt32(rows).fill(-1);
  rowOfSlot.forEach((row, slot) => (slotOfRow[row] = slot));
  const buffers = {
    slotOfRow,
    instruction: sharedEmbeddingMatrix(slots, DIMENSIONS),
    response: sharedEmbeddingMatrix(slots, DIMENSIONS),
    whole: sharedEmbeddingMatrix(slots, DIMENSIONS),
    exactHashes: sharedUint32(2 * rows),
  };
  const parts = await Promise.all(
    reading.ranges.map(async (range) => {
      const part = await pool.run('featureChunk', {
        ...range,
        buffers,
        table,
        shingleTokens: settings.shingleTokens,
      });
      onChunk();
      return part;
    }),
  );
  return {
    rowOfSlot,
    ...buffers,
    embedder: parts[0]!.embedder,
    shingles: concatColumns(
      parts.map((part) => part.shingles),
      sharedUint32,
    ),
    scripts: parts.flatMap((part) => part.scripts),
    sampled: slots === rows ? [] : [embeddingSample(slots, rows, settings.seed)],
  };
}

function embeddingSample(used: number, of: number, seed: number): SampleNote {
  return {
    what: 'embeddings',
    used,
    of,
    seed,
    message: `Meanings and distances were measured on a random sample of ${used} of ${of} rows.`,
  };
}
