import { isUtf8 } from 'node:buffer';
import type { ByteReader } from './byteReader.ts';
import { decodeFault } from './inputs/rowFault.ts';
import type { JsonObject } from './jsonObject.ts';
import { fileShrank } from './lineIndex.ts';
import { parseRow } from './parseRow.ts';
import type { ParsedRow } from './parseRow.ts';
import { rowError } from './rowError.ts';
import { englishRowFaultWords as words } from './rowFaultWords.ts';
import type { RowError, RowWarning } from './rowTypes.ts';
import { sentence } from './sentence.ts';

export type { JsonObject } from './jsonObject.ts';

/** Told about every line that it wants, in order: exactly one of onRow, onError and onBlank per line. */
export interface RowVisitor {
  /** Lines that are not wanted are not parsed. Absent: all are. */
  wants?(lineIndex: number): boolean;
  /** @param lineIndex 0-based */
  onRow(lineIndex: number, record: JsonObject): void;
  onError(error: RowError): void;
  /** Follows onRow of the same line. */
  onWarning(warning: RowWarning): void;
  onBlank(lineIndex: number): void;
}

/** A line that is longer is told as an error and not read: one JavaScript string holds no more than twice as much. */
const LONGEST_LINE_BYTES = 256 * 1024 * 1024;
/** Small enough to stay in a processor's cache between reading, checking and parsing. */
const BLOCK_BYTES = 256 * 1024;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

const NOTHING = Buffer.alloc(0);
/** What the reading before read into, for the next to take: memory is dear when it is written for the first time. */
let spare = NOTHING;

/**
 * Reads the lines [fromLine, toLine), 0-based, in blocks, and tells the visitor what each of them is.
 * O(bytes) time; memory of one block, or of the longest line.
 * @param lineStarts from indexLines
 * @param blockBytes bytes read at a time, ≥ 1; what the visitor is told does not depend on it
 * @throws RangeError if the lines are not in the index
 * @throws AnalysisError file-changed or not-readable
 */
export function readRows(
  reader: ByteReader,
  lineStarts: Float64Array,
  fromLine: number,
  toLine: number,
  visitor: RowVisitor,
  blockBytes = BLOCK_BYTES,
): void {
  assertLines(lineStarts, fromLine, toLine);
  let buffer = spare;
  // A visitor may read other rows meanwhile.
  spare = NOTHING;
  for (let first = fromLine; first < toLine;) {
    const blockStart = lineStarts[first]!;
    if (lineStarts[first + 1]! - blockStart > LONGEST_LINE_BYTES) {
      if (visitor.wants?.(first) !== false) {
        visitor.onError(lineTooLong(first + 1, lineStarts[first + 1]! - blockStart));
      }
      first++;
      continue;
    }
    const blockEnd = endOfBlock(lineStarts, first, toLine, blockBytes);
    const length = lineStarts[blockEnd]! - blockStart;
    if (buffer.length < length) {
      buffer = Buffer.allocUnsafeSlow(Math.max(length, blockBytes));
    }
    const block = buffer.subarray(0, length);
    if (reader.read(blockStart, block) < length) throw fileShrank();
    readBlock(block, lineStarts, first, blockEnd, reader.isConverted === true, visitor);
    first = blockEnd;
  }
  if (buffer.length <= BLOCK_BYTES) spare = buffer;
}

/** @param block the bytes of the lines [fromLine, toLine) */
function readBlock(
  block: Buffer,
  lineStarts: Float64Array,
  fromLine: number,
  toLine: number,
  isConverted: boolean,
  visitor: RowVisitor,
): void {
  const blockStart = lineStarts[fromLine]!;
  const isBlockUtf8 = isUtf8(block);
  const ofFile = isConverted ? {} : { blockOffset: blockStart };
  for (let line = fromLine; line < toLine; line++) {
    if (visitor.wants?.(line) === false) continue;
    const start = lineStarts[line]! - blockStart;
    const nextStart = lineStarts[line + 1]! - blockStart;
    const end = endOfLine(block, start, nextStart);
    const fault = isConverted && decodeFault(block.subarray(start, end));
    if (fault) {
      visitor.onError(rowError(line + 1, fault.code, fault.sentence));
      continue;
    }
    const bytes = { block, start, end, line: line + 1, ...ofFile };
    report(parseRow(bytes, isBlockUtf8), line, visitor);
  }
}

/** Where the line's own bytes end: before its line feed, and before a carriage return that belongs to that. */
function endOfLine(block: Buffer, start: number, nextStart: number): number {
  if (block[nextStart - 1] !== LINE_FEED) return nextStart;
  const end = nextStart - 1;
  return end > start && block[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
}

/** Reads one line for a person to look at. A blank line gives an error. */
export function readRow(
  reader: ByteReader,
  lineStarts: Float64Array,
  lineIndex: number,
): { readonly record: JsonObject } | RowError {
  let row: { readonly record: JsonObject } | RowError = rowError(
    lineIndex + 1,
    'invalid-json',
    sentence(words.expectedFound, sentence(words.object), sentence(words.blankLine)),
  );
  readRows(reader, lineStarts, lineIndex, lineIndex + 1, {
    onRow: (_, record) => (row = { record }),
    onError: (error) => (row = error),
    onWarning() {},
    onBlank() {},
  });
  return row;
}

function report(row: ParsedRow, lineIndex: number, visitor: RowVisitor): void {
  if (row === 'blank') visitor.onBlank(lineIndex);
  else if ('error' in row) visitor.onError(row.error);
  else {
    visitor.onRow(lineIndex, row.record);
    for (const warning of row.warnings) visitor.onWarning(warning);
  }
}

/** The line after the last one that fits into a block; at least one line is taken, however long. */
function endOfBlock(
  lineStarts: Float64Array,
  first: number,
  toLine: number,
  blockBytes: number,
): number {
  const limit = lineStarts[first]! + blockBytes;
  let end = first + 1;
  while (end < toLine && lineStarts[end + 1]! <= limit) end++;
  return end;
}

function lineTooLong(line: number, byteLength: number): RowError {
  const found = Math.ceil(byteLength / 1024 / 1024);
  return rowError(line, 'line-too-long', sentence(words.longLine, found));
}

function assertLines(lineStarts: Float64Array, fromLine: number, toLine: number): void {
  const lineCount = lineStarts.length - 1;
  if (!(fromLine >= 0 && fromLine <= toLine && toLine <= lineCount)) {
    throw new RangeError(
      `lines: got [${fromLine}, ${toLine}), expected a range within [0, ${lineCount}).`,
    );
  }
}
