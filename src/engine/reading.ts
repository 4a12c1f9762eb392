import { mergeFieldCounts, rankFields, type AvailableField } from '../data/availableFields.ts';
import type { FieldName, RowError, RowWarning, ShapeId } from '../data/rowTypes.ts';
import type { BytePairEncoding } from '../metrics/text/bytePairEncoding.ts';
import type { ScriptName } from '../metrics/text/mainScript.ts';
import type { TokenColumn } from '../metrics/text/tokenColumn.ts';
import type { LineRange } from './chunks.ts';
import { inOrder } from './inOrder.ts';
import type { TagColumn } from './rowColumns.ts';
import { tagColumnBuilder } from './tagColumnBuilder.ts';
import { sharedUint32, sharedUint8 } from './shared.ts';
import { sharedColumnBuilder } from './sharedColumn.ts';
import type { TaskPool } from './taskPool.ts';
import { MESSAGES_KEPT, type ReadChunkResult } from './tasks/readChunk.ts';

/** A run of lines with the index of its first usable row and the number of its rows. */
export interface RowRange extends LineRange {
  readonly firstRow: number;
  readonly rows: number;
}

/** What the first reading of the whole file found. */
export interface Reading {
  readonly ranges: readonly RowRange[];
  /** 0-based line of each usable row, ascending. */
  readonly rowLines: Uint32Array;
  readonly blankLines: number;
  readonly errors: readonly RowError[];
  readonly errorCount: number;
  /** 1-based lines of all of them, ascending. */
  readonly errorLines: Uint32Array;
  readonly warnings: readonly RowWarning[];
  readonly warningCount: number;
  /** Most frequent first. */
  readonly shapes: readonly { readonly shape: ShapeId; readonly rows: number }[];
  readonly available: readonly AvailableField[];
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
}

/** Byte-pair tokens of all rows; let go as soon as the micro level is measured. */
export interface FieldTokens {
  readonly instruction: TokenColumn;
  readonly response: TokenColumn;
}

/** Reads the chunks of a file in the pool and puts together what they hold, their tokens as they come. */
export interface ChunkReader {
  /** Reads the chunks that follow those read before. */
  readonly read: (chunks: readonly LineRange[]) => Promise<void>;
  /** What all chunks read so far hold, which must be the first of the file. */
  readonly combined: () => Reading & { readonly tokens: FieldTokens };
}

/**
 * @param lines how many the chunks have at most
 * @param onChunk called after each
 */
export function chunkReader(
  pool: TaskPool,
  lines: number,
  encoding: BytePairEncoding,
  onChunk: () => void,
): ChunkReader {
  const chunksRead: LineRange[] = [];
  const parts: ChunkFacts[] = [];
  const instruction = sharedColumnBuilder(lines);
  const response = sharedColumnBuilder(lines);
  const join = inOrder((tokens: FieldTokens) => {
    instruction.add(tokens.instruction);
    response.add(tokens.response);
  });
  return {
    async read(chunks) {
      const first = chunksRead.length;
      chunksRead.push(...chunks);
      const read = chunks.map(async (chunk, at) => {
        const { tokens, ...facts } = await pool.run('readChunk', { ...chunk, encoding });
        parts[first + at] = facts;
        join(first + at, tokens);
        onChunk();
      });
      await Promise.all(read);
    },
    combined: () => ({
      ...combineFacts(chunksRead, parts),
      tokens: { instruction: instruction.build(), response: response.build() },
    }),
  };
}

type ChunkFacts = Omit<ReadChunkResult, 'tokens'>;

/** @param parts one for each chunk, in the order of the file */
function combineFacts(chunks: readonly LineRange[], parts: readonly ChunkFacts[]): Reading {
  const ranges: RowRange[] = [];
  let rows = 0;
  parts.forEach((part, index) => {
    ranges.push({ ...chunks[index]!, firstRow: rows, rows: part.rowLines.length });
    rows += part.rowLines.length;
  });
  const available = new Map<string, number>();
  for (const part of parts) mergeFieldCounts(available, part.available);
  const rowLines = sharedUint32(rows);
  const shapeOfRow = sharedUint8(rows);
  const tags = tagColumnBuilder();
  parts.forEach((part, index) => {
    rowLines.set(part.rowLines, ranges[index]!.firstRow);
    shapeOfRow.set(part.shapeOfRow, ranges[index]!.firstRow);
    tags.addRows(part.tags);
  });
  return {
    ranges,
    rowLines,
    blankLines: total(parts, (part) => part.blankLines),
    errors: parts.flatMap((part) => part.errors).slice(0, MESSAGES_KEPT),
    errorCount: total(parts, (part) => part.errorLines.length),
    errorLines: Uint32Array.from(parts.flatMap((part) => [...part.errorLines])),
    warnings: parts.flatMap((part) => part.warnings).slice(0, MESSAGES_KEPT),
    warningCount: total(parts, (part) => part.warningCount),
    shapes: rankShapes(parts),
    available: rankFields(available),
    taggedRows: total(parts, (part) => part.taggedRows),
    shapeOfRow,
    scripts: parts.flatMap((part) => part.scripts),
    tags: tags.build(),
    fieldRows: {
      instruction: total(parts, (part) => part.fieldRows.instruction),
      response: total(parts, (part) => part.fieldRows.response),
    },
    embeddedRows: total(parts, (part) => part.embeddedRows),
  };
}

function total(parts: readonly ChunkFacts[], count: (part: ChunkFacts) => number): number {
  return parts.reduce((sum, part) => sum + count(part), 0);
}

/** Most frequent first; ties in the order in which the shapes first appear in the file. */
function rankShapes(parts: readonly ChunkFacts[]): Reading['shapes'] {
  const counts = new Map<ShapeId, number>();
  for (const part of parts) {
    for (const [shape, rows] of part.shapes) counts.set(shape, (counts.get(shape) ?? 0) + rows);
  }
  return [...counts].map(([shape, rows]) => ({ shape, rows })).sort((a, b) => b.rows - a.rows);
}
