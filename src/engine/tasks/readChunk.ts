import { countFields, type FieldCounts } from '../../data/availableFields.ts';
import { readEmbedding } from '../../data/embeddingField.ts';
import type { JsonObject } from '../../data/jsonObject.ts';
import { readRows } from '../../data/readRows.ts';
import { SHAPE_IDS, FIELD_NAMES } from '../../data/rowTypes.ts';
import type { FieldName, RowError, RowWarning, ShapeId, TextViews } from '../../data/rowTypes.ts';
import { noTextError, textViews } from '../../data/textViews.ts';
import type { BytePairEncoding } from '../../metrics/text/bytePairEncoding.ts';
import { mainScript, type ScriptName } from '../../metrics/text/mainScript.ts';
import { tokenColumnBuilder, type TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { LineRange } from '../chunks.ts';
import type { TagColumn } from '../rowColumns.ts';
import { tagColumnBuilder } from '../tagColumnBuilder.ts';
import type { TaskContext } from '../taskContext.ts';

/** Row errors and warnings kept with their text; beyond that they are counted. */
export const MESSAGES_KEPT = 1000;

export interface ReadChunkResult {
  /** 0-based lines of the usable rows, ascending. */
  readonly rowLines: Uint32Array;
  readonly blankLines: number;
  readonly errors: readonly RowError[];
  /** 1-based lines of all errors, ascending. */
  readonly errorLines: Uint32Array;
  readonly warnings: readonly RowWarning[];
  readonly warningCount: number;
  readonly shapes: ReadonlyMap<ShapeId, number>;
  readonly available: FieldCounts;
  readonly taggedRows: number;
  /** Place of each row's shape in SHAPE_IDS. */
  readonly shapeOfRow: Uint8Array;
  /** Main script of each row. */
  readonly scripts: readonly ScriptName[];
  readonly tags: TagColumn;
  /** Rows that have each field. */
  readonly fieldRows: Readonly<Record<FieldName, number>>;
  /** Rows with an embedding of their own. */
  readonly embeddedRows: number;
  /** Byte-pair tokens, one row per usable row; empty where the row lacks the field. */
  readonly tokens: Readonly<Record<FieldName, TokenColumn>>;
}

export interface ReadChunkParams extends LineRange {
  readonly encoding: BytePairEncoding;
}

/** The first reading of a run of lines: which lines are rows, what is wrong with the others, and the rows' tokens. */
export function readChunk(context: TaskContext, range: ReadChunkParams): ReadChunkResult {
  const { setup, reader } = context;
  const chunk = beginChunk(context, range);
  readRows(reader, setup.lineStarts, range.fromLine, range.toLine, {
    wants: (lineIndex) => setup.selectedLines?.[lineIndex] !== 0,
    onRow(lineIndex, record) {
      throwIfCancelled(setup.cancelFlag);
      addRow(chunk, lineIndex, record);
    },
    onError: (error) => addError(chunk, error),
    onWarning: (warning) => addWarning(chunk, warning),
    onBlank() {
      chunk.blankLines++;
    },
  });
  return endChunk(chunk);
}

type Chunk = ReturnType<typeof beginChunk>;

function beginChunk({ setup, tokenizer }: TaskContext, { encoding }: ReadChunkParams) {
  return {
    plan: setup.plan,
    tokenizer: tokenizer(encoding),
    columns: { instruction: tokenColumnBuilder(), response: tokenColumnBuilder() },
    fieldRows: { instruction: 0, response: 0 },
    rowLines: [] as number[],
    shapeOfRow: [] as number[],
    scripts: [] as ScriptName[],
    tags: tagColumnBuilder(),
    taggedRows: 0,
    embeddedRows: 0,
    blankLines: 0,
    errors: [] as RowError[],
    errorLines: [] as number[],
    warnings: [] as RowWarning[],
    warningCount: 0,
    shapes: new Map<ShapeId, number>(),
    available: new Map() as FieldCounts,
  };
}

function addError({ errors, errorLines }: Chunk, error: RowError): void {
  if (errorLines.push(error.line) <= MESSAGES_KEPT) errors.push(error);
}

function addWarning(chunk: Chunk, warning: RowWarning): void {
  if (chunk.warningCount++ < MESSAGES_KEPT) chunk.warnings.push(warning);
}

function addRow(chunk: Chunk, lineIndex: number, record: JsonObject): void {
  const { plan, shapes } = chunk;
  countFields(chunk.available, record);
  const views = textViews(record, plan);
  if (!views) {
    addError(chunk, noTextError(lineIndex + 1, record, plan));
    return;
  }
  chunk.rowLines.push(lineIndex);
  shapes.set(views.shape, (shapes.get(views.shape) ?? 0) + 1);
  chunk.shapeOfRow.push(SHAPE_IDS.indexOf(views.shape));
  chunk.scripts.push(mainScript(textsOf(views)));
  chunk.tags.addRow(views.tags);
  if (views.tags.length > 0) chunk.taggedRows++;
  if (plan.embedding) countEmbedding(chunk, lineIndex, readEmbedding(record, plan.embedding));
  addTokens(chunk, views);
}

/** @param read the row's vector, or what stands in its place in words */
function countEmbedding(chunk: Chunk, lineIndex: number, read: readonly number[] | string): void {
  if (typeof read !== 'string') chunk.embeddedRows++;
  else addWarning(chunk, { line: lineIndex + 1, code: 'no-embedding', message: read });
}

function addTokens({ tokenizer, columns, fieldRows }: Chunk, views: TextViews): void {
  for (const field of FIELD_NAMES) {
    const text = views[field];
    if (text !== undefined) {
      fieldRows[field]++;
      tokenizer.encodeInto(text, columns[field]);
    }
    columns[field].endRow();
  }
}

function endChunk(chunk: Chunk): ReadChunkResult {
  const { rowLines, shapeOfRow, errorLines, columns } = chunk;
  return {
    rowLines: Uint32Array.from(rowLines),
    blankLines: chunk.blankLines,
    errors: chunk.errors,
    errorLines: Uint32Array.from(errorLines),
    warnings: chunk.warnings,
    warningCount: chunk.warningCount,
    shapes: chunk.shapes,
    available: chunk.available,
    taggedRows: chunk.taggedRows,
    shapeOfRow: Uint8Array.from(shapeOfRow),
    scripts: chunk.scripts,
    tags: chunk.tags.build(),
    fieldRows: chunk.fieldRows,
    embeddedRows: chunk.embeddedRows,
    tokens: { instruction: columns.instruction.finish(), response: columns.response.finish() },
  };
}

function textsOf({ instruction, response }: TextViews): readonly string[] {
  if (instruction === undefined) return response === undefined ? [] : [response];
  return response === undefined ? [instruction] : [instruction, response];
}
