import { readEmbedding } from '../../data/embeddingField.ts';
import { valueAt } from '../../data/fieldPath.ts';
import { rejectedText } from '../../data/rejectedText.ts';
import type { JsonObject } from '../../data/jsonObject.ts';
import type { FieldName, TextViews } from '../../data/rowTypes.ts';
import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { createRowQuantizer } from '../../metrics/embed/rowQuantizer.ts';
import type { EmbeddingTable } from '../../metrics/embed/embeddingTable.ts';
import { createVectorAdder } from '../../metrics/embed/vectorAdder.ts';
import type { PreferenceAnswers } from '../../metrics/flags/contradictions.ts';
import { sortedJaccard } from '../../metrics/flags/sortedJaccard.ts';
import { mainScript, type ScriptName } from '../../metrics/text/mainScript.ts';
import { joinHashes, normalizedHash, type Hash64 } from '../../metrics/text/normalizedHash.ts';
import { createShingler, shinglesOf } from '../../metrics/text/shingles.ts';
import { stringHash } from '../../metrics/text/stringHash.ts';
import { createTokenBuffer } from '../../metrics/text/tokenBuffer.ts';
import { tokenColumnBuilder, type TokenColumn } from '../../metrics/text/tokenColumn.ts';
import type { LineRange } from '../chunks.ts';
import { forEachRow } from '../forEachRow.ts';
import type { DuplicateScope, InspectSettings } from '../report.ts';
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
  /** Main script of each row. */
  readonly scripts: readonly ScriptName[];
  /** Hashes of each row's tags, and what they stand for. */
  readonly tags: TokenColumn;
  readonly tagNames: ReadonlyMap<number, string>;
  readonly quality: QualityChunk;
}

/** Longer texts that differ in a slot only are near-duplicates anyway. */
export const MOST_TEMPLATE_TOKENS = 64;

/** The second reading of a run of lines: embeddings, shingles, hashes and scripts of its rows. */
export function featureChunk(context: TaskContext, params: FeatureChunkParams): FeatureChunkResult {
  const { buffers, settings } = params;
  const embedder = params.table && context.embedder(params.table);
  const instruction = new Float32Array(embedder?.dimensions ?? 0);
  const response = new Float32Array(embedder?.dimensions ?? 0);
  const tokens = { instruction: createTokenBuffer(), response: createTokenBuffer() };
  const shingler = createShingler(settings.shingleTokens);
  const shingles = tokenColumnBuilder();
  const templateTokens = tokenColumnBuilder();
  const fieldTokens = { instruction: tokenColumnBuilder(), response: tokenColumnBuilder() };
  const preferences: PreferencePair[] = [];
  const scripts: ScriptName[] = [];
  const tags = tokenColumnBuilder();
  const tagNames = new Map<number, string>();
  const quality = qualityCollector(context.setup.plan.answered);
  const quantize = createRowQuantizer();
  const addVector = createVectorAdder(instruction.length);
  const write = (matrix: EmbeddingMatrix, slot: number, vector: Float32Array) => {
    matrix.inverseNorms[slot] = quantize(vector, matrix.values, slot * matrix.dimensions);
  };
  const field = context.setup.plan.embedding;
  const compared = fieldsOf(settings.nearDuplicateScope);
  let row = params.firstRow;
  forEachRow(context, params, (views, record) => {
    tokens.instruction.read(views.instruction ?? '');
    tokens.response.read(views.response ?? '');
    for (const field of compared) shingler.add(tokens[field]);
    shingler.endRow(shingles.pushAll);
    shingles.endRow();
    const { hashes, count } = tokens[params.templateField];
    if (count <= MOST_TEMPLATE_TOKENS) templateTokens.pushAll(hashes, count);
    templateTokens.endRow();
    const rejected = rejectedText(views.shape, record, context.setup.plan);
    if (rejected !== undefined && views.response !== undefined) {
      preferences.push(preferencePair(row, views.response, rejected, settings));
    }
    scripts.push(mainScript(textsOf(views)));
    quality.add(row, views, record);
    for (const tag of views.tags) {
      const hash = stringHash(tag);
      tags.push(hash);
      if (!tagNames.has(hash)) tagNames.set(hash, tag);
    }
    tags.endRow();
    writeHashes(buffers.hashes, row, views, settings);
    if (buffers.keepValues) buffers.keepValues[row] = keepValue(record, settings);
    const slot = buffers.slotOfRow[row]!;
    if (slot >= 0) {
      for (const name of ['instruction', 'response'] as const) {
        fieldTokens[name].pushAll(tokens[name].hashes, tokens[name].count);
        fieldTokens[name].endRow();
      }
    }
    if (slot >= 0 && embedder) {
      instruction.fill(0);
      response.fill(0);
      // A row without the field keeps the zeros of its matrix, whose memory is then never taken.
      if (views.instruction !== undefined) {
        embedder.addTo(views.instruction, instruction);
        write(buffers.instruction, slot, instruction);
      }
      if (views.response !== undefined) {
        embedder.addTo(views.response, response);
        write(buffers.response, slot, response);
      }
      const own = field && readEmbedding(record, field);
      if (own === undefined) {
        addVector(instruction, response);
        write(buffers.whole, slot, instruction);
      } else if (typeof own !== 'string') {
        write(buffers.whole, slot, Float32Array.from(own));
      }
    }
    row++;
  });
  return {
    columns: {
      shingles: shingles.build(),
      templateTokens: templateTokens.build(),
      fieldTokens: {
        instruction: fieldTokens.instruction.build(),
        response: fieldTokens.response.build(),
      },
    },
    preferences: {
      rows: Uint32Array.from(preferences, (pair) => pair.row),
      similarity: Float64Array.from(preferences, (pair) => pair.similarity),
      rejectedHashes: Uint32Array.from(
        preferences.flatMap(({ rejected }) => [rejected.high, rejected.low]),
      ),
    },
    scripts,
    tags: tags.build(),
    tagNames,
    quality: quality.build(),
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

const fieldsOf = (scope: DuplicateScope) =>
  scope === 'whole' ? (['instruction', 'response'] as const) : [scope];

function textsOf({ instruction, response }: TextViews): readonly string[] {
  if (instruction === undefined) return response === undefined ? [] : [response];
  return response === undefined ? [instruction] : [instruction, response];
}

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
  for (const field of ['instruction', 'response', 'whole'] as const) {
    hashes[field][2 * row] = all[field].high;
    hashes[field][2 * row + 1] = all[field].low;
  }
}

function keepValue(record: JsonObject, { keep }: InspectSettings): number {
  const value = keep.by === 'highest' ? valueAt(record, keep.field) : undefined;
  return typeof value === 'number' ? value : NaN;
}
