import type { FieldPlan } from '../data/fieldPlan.ts';
import type { EmbeddingMatrix } from '../metrics/embed/embeddingMatrix.ts';
import type { EmbeddingTable } from '../metrics/embed/embeddingTable.ts';
import type { ScriptName } from '../metrics/text/mainScript.ts';
import { concatColumns, type TokenColumn } from '../metrics/text/tokenColumn.ts';
import { soleField } from './byField.ts';
import type { Reading } from './reading.ts';
import type { InspectSettings, MeasuredField, SampleNote } from './report.ts';
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
  /** Name of the embedder of each matrix; vectors are comparable under the same name only. */
  readonly embedders: Readonly<Record<MeasuredField, string>>;
  readonly exactHashes: Uint32Array;
  readonly shingles: TokenColumn;
  readonly scripts: readonly ScriptName[];
  readonly sampled: readonly SampleNote[];
}

/** Reads the file a second time for embeddings, shingles, hashes and scripts. */
export async function extractFeatures(
  pool: TaskPool,
  reading: Reading,
  plan: FieldPlan,
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
    whole: sharedEmbeddingMatrix(slots, paddedLength(plan.embedding?.dimensions ?? DIMENSIONS)),
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
  const builtIn = parts[0]!.embedder;
  const whole = plan.embedding ? `field ${plan.embedding.path}` : builtIn;
  const only = soleField(reading);
  return {
    rowOfSlot,
    ...buffers,
    // Where the file has one field only, the row's embedding is that field's.
    ...(only && { [only]: buffers.whole }),
    embedders: {
      instruction: only === 'instruction' ? whole : builtIn,
      response: only === 'response' ? whole : builtIn,
      whole,
    },
    shingles: concatColumns(
      parts.map((part) => part.shingles),
      sharedUint32,
    ),
    scripts: parts.flatMap((part) => part.scripts),
    sampled: [
      ...(slots === rows ? [] : [embeddingSample(slots, rows, settings.seed)]),
      ...ownEmbeddings(reading, plan),
    ],
  };
}

/** The kernels take rows of whole vectors of lanes; what is added is 0 and changes no cosine. */
const LANES = 64;
const paddedLength = (dimensions: number) => Math.ceil(dimensions / LANES) * LANES;

function ownEmbeddings(
  { embeddedRows, rowLines }: Reading,
  { selection, embedding }: FieldPlan,
): SampleNote[] {
  const { embedding: path } = selection;
  if (path === undefined) return [];
  const message = embedding
    ? `Meanings of whole rows are the ${embedding.dimensions} numbers in the field "${path}"; rows without them have none. ` +
      'The limits for equal topics, far rows and DCScore were set for the built-in embedder.'
    : `No row was found with numbers in the field "${path}": meanings are of the built-in embedder.`;
  return [{ what: 'own-embeddings', used: embeddedRows, of: rowLines.length, message }];
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
