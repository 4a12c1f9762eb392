import { readEmbedding } from '../../data/embeddingField.ts';
import { valueAt } from '../../data/fieldPath.ts';
import { rejectedText } from '../../data/rejectedText.ts';
import type { JsonObject } from '../../data/jsonObject.ts';
import { FIELD_NAMES, type FieldName, type TextViews } from '../../data/rowTypes.ts';
import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import type { EmbeddingTable } from '../../metrics/embed/embeddingTable.ts';
import { quantizeRow } from '../../metrics/embed/quantizeRow.ts';
import type { RowEmbedder } from '../../metrics/embed/rowEmbedder.ts';
import type { PreferenceAnswers } from '../../metrics/flags/contradictions.ts';
import { sortedJaccard } from '../../metrics/flags/sortedJaccard.ts';
import type { Hash64 } from '../../metrics/text/hash64.ts';
import { joinHashes, normalizedHash } from '../../metrics/text/normalizedHash.ts';
import { createShingler, shinglesOf } from '../../metrics/text/shingles.ts';
import { stringHash } from '../../metrics/text/stringHash.ts';
import { createTokenBuffer } from '../../metrics/text/tokenBuffer.ts';
import { tokenColumnBuilder, type TokenColumn } from '../../metrics/text/tokenColumn.ts';
import type { LineRange } from '../chunks.ts';
import { forEachRow } from '../forEachRow.ts';
import { MEASURED_FIELDS, type DuplicateScope, type InspectSettings } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';
import { qualityCollector, type QualityChunk } from './qualityOfRow.ts';

/** Where feature tasks write, in shared memory: one place per row, filled by whichever thread reads the row. */
export interface FeatureBuffers {
  /** Place of a row in the embedding matrices, −1 where the row was not sampled. */
  readonly slotOfRow: Int32Array;
  readonly instruction: EmbeddingMatrix;
  readonly response: EmbeddingMatrix;
  /** Instruction and response together: the row's own embedding where the file has them. */
  readonly whole: EmbeddingMatrix;
  /** 64-bit hashes of the normalised texts of the row: [rows, 2]. */
  readonly hashes: FieldHashes;
  /** The number that decides which row of a cluster stays, NaN where the row has none; absent where none is asked for. */
  readonly keepValues?: Float64Array;
}

export interface FieldHashes {
  readonly instruction: Uint32Array;
  readonly response: Uint32Array;
  readonly whole: Uint32Array;
}

export interface FeatureChunkParams extends LineRange {
  /** Index of the first usable row of these lines. */
  readonly firstRow: number;
  readonly buffers: FeatureBuffers;
  /** Absent where the matrices are filled already. */
  readonly table?: EmbeddingTable;
  readonly settings: InspectSettings;
  /** The field in which template families are looked for. */
  readonly templateField: FieldName;
}

/** What there is much of: it is let go as soon as it is put together with that of the other chunks. */
export interface FeatureColumns {
  /** Distinct shingles of the compared texts, sorted within a row. */
  readonly shingles: TokenColumn;
  /** Hashes of the tokens of the template field, none where it has more than MOST_TEMPLATE_TOKENS. */
  readonly templateTokens: TokenColumn;
  /** Tokens of the rows that were sampled for embeddings, for the search of recurring wording. */
  readonly fieldTokens: Readonly<Record<'instruction' | 'response', TokenColumn>>;
}

export interface FeatureChunkResult {
  readonly columns: FeatureColumns;
  readonly preferences: PreferenceAnswers;
  /** Absent where nothing was embedded. */
  readonly embedder?: string;
  /** Hashes of each row's tags, and what they stand for. */
  readonly tags: TokenColumn;
  readonly tagNames: ReadonlyMap<number, string>;
  readonly quality: QualityChunk;
}

/** Longer texts that differ in a slot only are near-duplicates anyway. */
export const MOST_TEMPLATE_TOKENS = 64;

/** The second reading of a run of lines: embeddings, shingles and hashes of its rows. */
export function featureChunk(context: TaskContext, params: FeatureChunkParams): FeatureChunkResult {
  const chunk = beginChunk(context, params);
  forEachRow(context, params, (views, record) => addRow(chunk, views, record));
  return endChunk(chunk);
}

type Chunk = ReturnType<typeof beginChunk>;

function beginChunk(context: TaskContext, params: FeatureChunkParams) {
  const { settings, table } = params;
  const { plan } = context.setup;
  return {
    params,
    plan,
    /** Of the next row. */
    row: params.firstRow,
    tokens: { instruction: createTokenBuffer(), response: createTokenBuffer() },
    compared: fieldsOf(settings.nearDuplicateScope),
    shingler: createShingler(settings.shingleTokens),
    shingles: tokenColumnBuilder(),
    templateTokens: tokenColumnBuilder(),
    fieldTokens: { instruction: tokenColumnBuilder(), response: tokenColumnBuilder() },
    preferences: [] as PreferencePair[],
    tags: tokenColumnBuilder(),
    tagNames: new Map<number, string>(),
    quality: qualityCollector(plan.answered),
    embedder: table && context.embedder(table),
  };
}

// What is done with a row is cut into functions of the module: V8 compiles a function anew where it was mistaken about any part of it.

function addRow(chunk: Chunk, views: TextViews, record: JsonObject): void {
  const { row, params } = chunk;
  const { buffers, settings } = params;
  const slot = buffers.slotOfRow[row]!;
  addTokens(chunk, views, slot >= 0);
  addPreference(chunk, views, record);
  chunk.quality.add(row, views, record, chunk.tokens);
  addTags(chunk, views.tags);
  writeHashes(buffers.hashes, row, views, settings);
  if (buffers.keepValues) buffers.keepValues[row] = keepValue(record, settings);
  if (slot >= 0 && chunk.embedder) embed(chunk, chunk.embedder, views, record, slot);
  chunk.row++;
}

function addTokens(chunk: Chunk, views: TextViews, isSampled: boolean): void {
  const { tokens, shingler, shingles, templateTokens, fieldTokens } = chunk;
  tokens.instruction.read(views.instruction ?? '');
  tokens.response.read(views.response ?? '');
  for (const field of chunk.compared) shingler.add(tokens[field]);
  shingler.endRow(shingles.pushAll);
  shingles.endRow();
  const { hashes, count } = tokens[chunk.params.templateField];
  if (count <= MOST_TEMPLATE_TOKENS) templateTokens.pushAll(hashes, count);
  templateTokens.endRow();
  if (!isSampled) return;
  for (const name of FIELD_NAMES) {
    fieldTokens[name].pushAll(tokens[name].hashes, tokens[name].count);
    fieldTokens[name].endRow();
  }
}

function addPreference(
  { params, plan, preferences, row }: Chunk,
  views: TextViews,
  record: JsonObject,
): void {
  const rejected = rejectedText(views.shape, record, plan);
  if (rejected === undefined || views.response === undefined) return;
  preferences.push(preferencePair(row, views.response, rejected, params.settings));
}

function addTags({ tags, tagNames }: Chunk, ofRow: readonly string[]): void {
  for (const tag of ofRow) {
    const hash = stringHash(tag);
    tags.push(hash);
    if (!tagNames.has(hash)) tagNames.set(hash, tag);
  }
  tags.endRow();
}

function embed(
  { params, plan }: Chunk,
  embedder: RowEmbedder,
  views: TextViews,
  record: JsonObject,
  slot: number,
): void {
  const { buffers } = params;
  embedder.writeTexts(views, buffers, slot);
  const own = plan.embedding && readEmbedding(record, plan.embedding);
  if (own === undefined) embedder.writeSum(buffers.whole, slot);
  else if (typeof own !== 'string') writeOwn(Float32Array.from(own), buffers.whole, slot);
}

function writeOwn(vector: Float32Array, matrix: EmbeddingMatrix, slot: number): void {
  matrix.inverseNorms[slot] = quantizeRow(vector, matrix.values, slot * matrix.dimensions);
}

function endChunk({ shingles, templateTokens, fieldTokens, ...chunk }: Chunk): FeatureChunkResult {
  const { preferences, embedder } = chunk;
  return {
    columns: {
      shingles: shingles.finish(),
      templateTokens: templateTokens.finish(),
      fieldTokens: {
        instruction: fieldTokens.instruction.finish(),
        response: fieldTokens.response.finish(),
      },
    },
    preferences: {
      rows: Uint32Array.from(preferences, (pair) => pair.row),
      similarity: Float64Array.from(preferences, (pair) => pair.similarity),
      rejectedHashes: Uint32Array.from(
        preferences.flatMap(({ rejected }) => [rejected.high, rejected.low]),
      ),
    },
    tags: chunk.tags.finish(),
    tagNames: chunk.tagNames,
    quality: chunk.quality.build(),
    ...(embedder && { embedder: embedder.name }),
  };
}

interface PreferencePair {
  readonly row: number;
  readonly similarity: number;
  readonly rejected: Hash64;
}

function preferencePair(
  row: number,
  chosen: string,
  rejected: string,
  { shingleTokens, normalize }: InspectSettings,
): PreferencePair {
  const hashes = [chosen, rejected].map((text) => normalizedHash([text], normalize));
  const isEqual = hashes[0]!.high === hashes[1]!.high && hashes[0]!.low === hashes[1]!.low;
  const shingles = [chosen, rejected].map((text) => shinglesOf([text], shingleTokens));
  const similarity = isEqual ? 1 : (sortedJaccard(shingles[0]!, shingles[1]!) ?? 0);
  return { row, similarity, rejected: hashes[1]! };
}

const fieldsOf = (scope: DuplicateScope) => (scope === 'whole' ? FIELD_NAMES : [scope]);

function writeHashes(
  hashes: FieldHashes,
  row: number,
  views: TextViews,
  { normalize }: InspectSettings,
): void {
  // An empty text does not count, nor does one that is not there.
  const instruction = normalizedHash([views.instruction ?? ''], normalize);
  const response = normalizedHash([views.response ?? ''], normalize);
  const all = { instruction, response, whole: joinHashes(instruction, response) };
  for (const field of MEASURED_FIELDS) {
    hashes[field][2 * row] = all[field].high;
    hashes[field][2 * row + 1] = all[field].low;
  }
}

function keepValue(record: JsonObject, { keep }: InspectSettings): number {
  const value = keep.by === 'highest' ? valueAt(record, keep.field) : undefined;
  return typeof value === 'number' ? value : NaN;
}
