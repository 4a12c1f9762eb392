import { countFields, type FieldCounts } from '../../data/availableFields.ts';
import { readEmbedding } from '../../data/embeddingField.ts';
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
  const tokenizer = context.tokenizer(range.encoding);
  const columns = { instruction: tokenColumnBuilder(), response: tokenColumnBuilder() };
  const rowLines: number[] = [];
  const shapeOfRow: number[] = [];
  const scripts: ScriptName[] = [];
  const tags = tagColumnBuilder();
  const errors: RowError[] = [];
  const errorLines: number[] = [];
  const warnings: RowWarning[] = [];
  const shapes = new Map<ShapeId, number>();
  const available: FieldCounts = new Map();
  const counts = { blank: 0, warnings: 0, tagged: 0, embedded: 0 };
  const fieldRows = { instruction: 0, response: 0 };

  const onError = (error: RowError) => {
    if (errorLines.push(error.line) <= MESSAGES_KEPT) errors.push(error);
  };
  const onWarning = (warning: RowWarning) => {
    if (counts.warnings++ < MESSAGES_KEPT) warnings.push(warning);
  };
  const { embedding } = setup.plan;
  readRows(reader, setup.lineStarts, range.fromLine, range.toLine, {
    wants: (lineIndex) => setup.selectedLines?.[lineIndex] !== 0,
    onRow(lineIndex, record) {
      throwIfCancelled(setup.cancelFlag);
      countFields(available, record);
      const views = textViews(record, setup.plan);
      if (!views) {
        onError(noTextError(lineIndex + 1, record, setup.plan));
        return;
      }
      rowLines.push(lineIndex);
      shapes.set(views.shape, (shapes.get(views.shape) ?? 0) + 1);
      shapeOfRow.push(SHAPE_IDS.indexOf(views.shape));
      scripts.push(mainScript(textsOf(views)));
      tags.addRow(views.tags);
      if (views.tags.length > 0) counts.tagged++;
      if (embedding) {
        const vector = readEmbedding(record, embedding);
        if (typeof vector !== 'string') counts.embedded++;
        else onWarning({ line: lineIndex + 1, code: 'no-embedding', message: vector });
      }
      for (const field of FIELD_NAMES) {
        const text = views[field];
        if (text !== undefined) {
          fieldRows[field]++;
          tokenizer.encodeInto(text, columns[field]);
        }
        columns[field].endRow();
      }
    },
    onError,
    onWarning,
    onBlank: () => {
      counts.blank++;
    },
  });
  return {
    rowLines: Uint32Array.from(rowLines),
    blankLines: counts.blank,
    errors,
    errorLines: Uint32Array.from(errorLines),
    warnings,
    warningCount: counts.warnings,
    shapes,
    available,
    taggedRows: counts.tagged,
    shapeOfRow: Uint8Array.from(shapeOfRow),
    scripts,
    tags: tags.build(),
    fieldRows,
    embeddedRows: counts.embedded,
    tokens: { instruction: columns.instruction.finish(), response: columns.response.finish() },
  };
}

function textsOf({ instruction, response }: TextViews): readonly string[] {
  if (instruction === undefined) return response === undefined ? [] : [response];
  return response === undefined ? [instruction] : [instruction, response];
}
