import { AnalysisError } from '../analysisError.ts';
import { englishFaultWords as faults } from '../faultWords.ts';
import { jsonFaultIn } from '../jsonFaultIn.ts';
import { createHeldBytes } from './heldBytes.ts';
import { createJsonScanner, type JsonToken } from './jsonScanner.ts';
import { englishRowFaultWords as words } from '../rowFaultWords.ts';
import { sentence } from '../sentence.ts';
import type { RowFault } from './rowFault.ts';
import type { RowWriter } from './rowWriter.ts';
import { cutOff, type JsonLayout } from './surveyJson.ts';
import type { Blocks } from './unpack.ts';

const LONGEST_RECORD_BYTES = 256 * 1024 * 1024;
/** A record keeps its place in the line, so that columns of faults are those of the file; not beyond this. */
const MOST_INDENTED = 1000;
const LINE_FEED = 0x0a;
/** Of a text that holds records. */
export type ListLayout = Exclude<JsonLayout, { readonly kind: 'none' }>;

const DEPTHS: Readonly<Record<ListLayout['kind'], number>> = { sequence: 0, array: 1, field: 2 };

/**
 * Hands out the records of a JSON text one by one, as they stand in it, without holding more than one of them. A record that
 * is not JSON is a row error of its own; what is wrong between records ends the reading. O(bytes).
 * @param blocks without a byte-order mark
 * @param counted whether a row keeps its place in the line
 * @throws AnalysisError unusable-input; SharedLine from `rows`
 */
export async function splitJson(
  blocks: Blocks,
  layout: ListLayout,
  path: string,
  rows: RowWriter,
  counted: 'lines' | 'records',
): Promise<void> {
  const recordDepth = DEPTHS[layout.kind];
  const held = createHeldBytes();
  let isInside = layout.kind === 'sequence';
  let hasClosed = false;
  let key: string | undefined;
  let opening: JsonToken | undefined;
  /** Whether a record may begin, and whether the list may end. */
  let wants: 'record-or-end' | 'record' | 'comma-or-end' = 'record-or-end';

  function take(token: JsonToken): void {
    if (token.depth === recordDepth && isInside) takeOfRecord(token);
    else if (token.depth === recordDepth - 1) takeAround(token);
    else if (token.depth < 0) throw broken(token, faults.unopenedBracket);
    else if (layout.kind === 'array' && hasClosed) throw broken(token, faults.textAfterEnd);
  }

  function takeOfRecord(token: JsonToken): void {
    switch (token.kind) {
      case 'comma':
        if (layout.kind === 'sequence' || wants !== 'comma-or-end') {
          throw broken(token, faults.commaForRecord);
        }
        wants = 'record';
        return;
      case 'colon':
        throw broken(token, faults.colonBetweenRecords);
      case 'open-object':
      case 'open-array':
        assertWanted(token);
        opening = token;
        return;
      case 'close-object':
      case 'close-array':
        if (!opening) throw broken(token, faults.unopenedBracket);
        write(opening, token);
        opening = undefined;
        return;
      default:
        assertWanted(token);
        write(token, token);
    }
  }

  function takeAround(token: JsonToken): void {
    if (isInside) {
      if (token.kind !== 'close-array') throw broken(token, faults.wrongBracket);
      if (wants === 'record') throw broken(token, faults.lastComma);
      isInside = false;
      hasClosed = true;
    } else if (layout.kind === 'array') {
      if (hasClosed) throw broken(token, faults.textAfterEnd);
      isInside = true;
    } else if (token.kind === 'string') {
      key = held.slice(token.start, token.end).toString('utf8');
    } else if (token.kind === 'open-array' && layout.kind === 'field' && !hasClosed) {
      isInside = key === JSON.stringify(layout.name);
    }
  }

  function assertWanted(token: JsonToken): void {
    if (layout.kind !== 'sequence' && wants === 'comma-or-end') {
      throw broken(token, faults.noComma);
    }
    wants = 'comma-or-end';
  }

  function broken({ line }: Pick<JsonToken, 'line'>, found: string): AnalysisError {
    return new AnalysisError('unusable-input', faults.notJson, path, line, sentence(found));
  }

  function write(first: JsonToken, last: JsonToken): void {
    const bytes = held.slice(first.start, last.end);
    const indentBytes = first.start - first.lineStart;
    const indent = counted === 'lines' && indentBytes <= MOST_INDENTED ? indentBytes : 0;
    if (!bytes.includes(0x0a)) {
      rows.row(indent > 0 ? Buffer.concat([Buffer.alloc(indent, ' '), bytes]) : bytes, first.line);
      return;
    }
    const fault = faultOf(bytes.toString('utf8'), first.line);
    if (fault) rows.fault(fault, first.line);
    else rows.row(onOneLine(bytes), first.line);
  }

  const scanner = createJsonScanner(recordDepth, take);
  let lastByte: number | undefined;
  for await (const block of blocks) {
    lastByte = block.at(-1) ?? lastByte;
    held.add(block);
    scanner.push(block);
    held.dropBefore(Math.min(opening?.start ?? Infinity, scanner.pendingStart));
    if (held.byteLength > LONGEST_RECORD_BYTES) {
      const line = opening?.line ?? scanner.line;
      throw new AnalysisError('unusable-input', faults.largeRecord, path, line);
    }
  }
  scanner.end();
  if (scanner.depth > 0 || scanner.isInString) throw cutOff(path, opening?.line ?? scanner.line);
  // A final line feed does not begin another line.
  rows.end(lastByte === LINE_FEED ? scanner.line - 1 : scanner.line);
}

/** Of a record over several lines: the line of what is wrong, which one line of it could not tell. */
function faultOf(text: string, firstLine: number): RowFault | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    const { line, sentence: said } = jsonFaultIn(text);
    return { code: 'invalid-json', sentence: sentence(words.inLine, firstLine + line - 1, said) };
  }
}

/**
 * Without its line breaks and what follows them up to the next token: inside strings there are
 * none, or it would not be JSON.
 */
function onOneLine(bytes: Buffer): Buffer {
  let length = 0;
  let isIndent = false;
  for (const byte of bytes) {
    if (byte === 0x0a || byte === 0x0d) isIndent = true;
    else if (!isIndent || (byte !== 0x20 && byte !== 0x09)) {
      isIndent = false;
      bytes[length++] = byte;
    }
  }
  return bytes.subarray(0, length);
}
