import type { FieldName } from '../data/rowTypes.ts';
import type { FieldPlan } from '../data/fieldPlan.ts';
import type { EmbeddingMatrix } from '../metrics/embed/embeddingMatrix.ts';
import type { EmbeddingTable } from '../metrics/embed/embeddingTable.ts';
import type { PreferenceAnswers } from '../metrics/flags/contradictions.ts';
import { concatColumns, type TokenColumn } from '../metrics/text/tokenColumn.ts';
import { soleField } from './byField.ts';
import { embeddingAddress, type EmbeddingEndpoint } from './embeddingEndpoint.ts';
import type { Reading } from './reading.ts';
import type { InspectSettings, MeasuredField, SampleNote } from './report.ts';
import { sampleIndexes } from '../metrics/stats/sampleIndexes.ts';
import { inOrder } from './inOrder.ts';
import { sampleNotes } from './sampleNotes.ts';
import { sharedColumnBuilder } from './sharedColumn.ts';
import {
  paddedDimensions,
  sharedEmbeddingMatrix,
  sharedFloat64,
  sharedInt32,
  sharedUint32,
} from './shared.ts';
import {
  requestEmbeddings,
  type RequestedEmbeddings,
  type RequestTools,
} from './requestEmbeddings.ts';
import type { TaskPool } from './taskPool.ts';
import { unreadFields } from './unreadFields.ts';
import type { QualityChunk } from './tasks/qualityOfRow.ts';
import type { FeatureColumns, FieldHashes } from './tasks/featureChunk.ts';

/** Rows whose meaning is measured; a larger file is sampled, which the report says. */
const EMBEDDED_ROWS = 100_000;

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
  readonly hashes: FieldHashes;
  readonly keepValues?: Float64Array;
  readonly shingles: TokenColumn;
  /** The field in which template families are looked for, and the hashes of its tokens. */
  readonly templateField: FieldName;
  readonly templateTokens: TokenColumn;
  /** Rows with a chosen and a rejected answer. */
  readonly preferences: PreferenceAnswers;
  /** Hashes of each row's tags, and what they stand for. */
  readonly tags: TokenColumn;
  readonly tagNames: ReadonlyMap<number, string>;
  /** Chunk by chunk. */
  readonly quality: readonly QualityChunk[];
  /** Tokens of the rows of `rowOfSlot`, in which recurring wording is searched for. */
  readonly fieldTokens: Readonly<Record<'instruction' | 'response', TokenColumn>>;
  readonly sampled: readonly SampleNote[];
}

export interface FeatureRequest {
  readonly settings: InspectSettings;
  readonly table: EmbeddingTable;
  /** Asked for embeddings where the file has none of its own. */
  readonly endpoint?: EmbeddingEndpoint;
}

export interface FeatureTools extends RequestTools {
  readonly onChunk: () => void;
}

/** Reads the file a second time for embeddings, shingles and hashes. */
export async function extractFeatures(
  pool: TaskPool,
  reading: Reading,
  plan: FieldPlan,
  { settings, table, endpoint }: FeatureRequest,
  tools: FeatureTools,
): Promise<Features> {
  const rows = reading.rowLines.length;
  const rowOfSlot = sampleIndexes(rows, EMBEDDED_ROWS, settings.seed);
  const slots = rowOfSlot.length;
  const slotOfRow = sharedInt32(rows).fill(-1);
  rowOfSlot.forEach((row, slot) => (slotOfRow[row] = slot));
  const requested =
    endpoint && !plan.embedding
      ? await requestEmbeddings(pool, reading, slotOfRow, slots, endpoint, tools)
      : undefined;
  const matrices = requested ?? {
    instruction: sharedEmbeddingMatrix(slots, DIMENSIONS),
    response: sharedEmbeddingMatrix(slots, DIMENSIONS),
    whole: sharedEmbeddingMatrix(slots, paddedDimensions(plan.embedding?.dimensions ?? DIMENSIONS)),
  };
  const buffers = {
    slotOfRow,
    ...matrices,
    hashes: {
      instruction: sharedUint32(2 * rows),
      response: sharedUint32(2 * rows),
      whole: sharedUint32(2 * rows),
    },
    ...(settings.keep.by === 'highest' && { keepValues: sharedFloat64(rows) }),
  };
  const only = soleField(reading);
  const templateField =
    only ?? (settings.nearDuplicateScope === 'response' ? 'response' : 'instruction');
  const shingles = sharedColumnBuilder(rows);
  const templateTokens = sharedColumnBuilder(rows);
  const instructionTokens = sharedColumnBuilder(slots);
  const responseTokens = sharedColumnBuilder(slots);
  const join = inOrder((columns: FeatureColumns) => {
    shingles.add(columns.shingles);
    templateTokens.add(columns.templateTokens);
    instructionTokens.add(columns.fieldTokens.instruction);
    responseTokens.add(columns.fieldTokens.response);
  });
  const parts = await Promise.all(
    reading.ranges.map(async (range, number) => {
      const { columns, ...part } = await pool.run('featureChunk', {
        ...range,
        buffers,
        ...(!requested && { table }),
        settings,
        templateField,
      });
      join(number, columns);
      tools.onChunk();
      return part;
    }),
  );
  const own = plan.embedding
    ? `field ${plan.embedding.path}`
    : requested && endpoint && `${endpoint.model} at ${embeddingAddress(endpoint)}`;
  const builtIn = parts[0]!.embedder ?? '';
  const embedderOf = (field: MeasuredField) =>
    (requested || field === 'whole' || field === only ? own : undefined) ?? builtIn;
  return {
    rowOfSlot,
    ...buffers,
    // Where the file has one field only, the row's embedding is that field's.
    ...(only && { [only]: buffers.whole }),
    embedders: {
      instruction: embedderOf('instruction'),
      response: embedderOf('response'),
      whole: embedderOf('whole'),
    },
    shingles: shingles.build(),
    templateField,
    templateTokens: templateTokens.build(),
    preferences: joinPreferences(parts.map((part) => part.preferences)),
    tags: concatColumns(parts.map((part) => part.tags)),
    quality: parts.map((part) => part.quality),
    tagNames: new Map(parts.flatMap((part) => [...part.tagNames])),
    fieldTokens: { instruction: instructionTokens.build(), response: responseTokens.build() },
    sampled: [
      ...sampleNotes(
        'embeddings',
        'Meanings and distances were measured on',
        slots,
        rows,
        settings.seed,
      ),
      ...unreadFields(reading, plan, settings, buffers.keepValues),
      ...ownEmbeddings(reading, plan),
      ...(endpoint && !plan.embedding ? [requestedEmbeddings(endpoint, requested, slots)] : []),
    ],
  };
}

function joinPreferences(parts: readonly PreferenceAnswers[]): PreferenceAnswers {
  const total = parts.reduce((sum, { rows }) => sum + rows.length, 0);
  const joined = {
    rows: new Uint32Array(total),
    similarity: new Float64Array(total),
    rejectedHashes: new Uint32Array(2 * total),
  };
  let first = 0;
  for (const { rows, similarity, rejectedHashes } of parts) {
    joined.rows.set(rows, first);
    joined.similarity.set(similarity, first);
    joined.rejectedHashes.set(rejectedHashes, 2 * first);
    first += rows.length;
  }
  return joined;
}

const KEPT = 'kept at 8 bits a number';
const UNCHECKED_LIMITS =
  'The limits for equal topics, far rows and DCScore were set for the built-in embedder.';

function requestedEmbeddings(
  { model }: EmbeddingEndpoint,
  requested: RequestedEmbeddings | undefined,
  slots: number,
): SampleNote {
  const message = requested
    ? `Meanings are vectors of the model "${model}" from your endpoint, ${KEPT}. ${UNCHECKED_LIMITS}`
    : 'Nothing was sent to the embedding endpoint: meanings are of the built-in embedder.';
  return { what: 'own-embeddings', used: requested ? slots : 0, of: slots, message };
}

function ownEmbeddings(
  { embeddedRows, rowLines }: Reading,
  { embedding }: FieldPlan,
): SampleNote[] {
  if (!embedding) return [];
  const { path, dimensions } = embedding;
  const message =
    `Meanings of whole rows are the ${dimensions} numbers in the field "${path}", ${KEPT}; rows without them have none. ` +
    UNCHECKED_LIMITS;
  return [{ what: 'own-embeddings', used: embeddedRows, of: rowLines.length, message }];
}
