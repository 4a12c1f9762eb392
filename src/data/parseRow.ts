import { isUtf8 } from 'node:buffer';
import { diagnoseJson } from './diagnoseJson.ts';
import { findDuplicateKey } from './duplicateKey.ts';
import { firstInvalidByte } from './invalidUtf8.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { hasLoneSurrogate } from './loneSurrogate.ts';
import { rowError } from './rowError.ts';
import { englishRowFaultWords as words } from './rowFaultWords.ts';
import type { RowError, RowWarning } from './rowTypes.ts';
import { sentence, type Sentence } from './sentence.ts';
import { valueKind } from './valueKind.ts';

/** A line where it stands in a block, without its line feed: a view of its own for each would cost as much as parsing. */
export interface LineBytes {
  readonly block: Buffer;
  readonly start: number;
  readonly end: number;
  /** Offset of the block in the file; absent where that is not the person's file. */
  readonly blockOffset?: number;
  /** 1-based. */
  readonly line: number;
}

export type ParsedRow =
  | { readonly record: JsonObject; readonly warnings: readonly RowWarning[] }
  | { readonly error: RowError }
  | 'blank';

const NO_WARNINGS: readonly RowWarning[] = [];

/**
 * Reads one line as a JSON object. Never throws on bad data.
 * @param isBlockUtf8 whether the whole block is known to be UTF-8; where it is not, the line is asked by itself
 */
export function parseRow(line: LineBytes, isBlockUtf8: boolean): ParsedRow {
  const { block, start, end } = line;
  if (!isBlockUtf8 && !isUtf8(block.subarray(start, end))) return { error: invalidUtf8(line) };
  const text = block.toString('utf8', start, end);
  // Asked before parsing, because an exception costs a blank line more than all the rest.
  if (text[0] !== '{' && text.trim() === '') return 'blank';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { error: invalidJson(line.line, text) };
  }
  if (!isJsonObject(value)) return { error: notAnObject(line.line, text, value) };
  return { record: value, warnings: findWarnings(line.line, text, value) };
}

function findWarnings(line: number, text: string, record: JsonObject): readonly RowWarning[] {
  const key = findDuplicateKey(text, record);
  const isLone = hasLoneSurrogate(text, record);
  if (key === undefined && !isLone) return NO_WARNINGS;
  const warnings: RowWarning[] = [];
  if (key !== undefined) {
    const message = `The key ${quote(key)} appears more than once in the same object: the last value is used.`;
    warnings.push({ line, code: 'duplicate-key', message });
  }
  if (isLone) {
    const message =
      'A string holds half of a surrogate pair (such as \\ud800), which is no character.';
    warnings.push({ line, code: 'lone-surrogate', message });
  }
  return warnings;
}

function invalidUtf8({ block, start, end, blockOffset, line }: LineBytes): RowError {
  const at = firstInvalidByte(block.subarray(start, end));
  const byte = block[start + at]!.toString(16).toUpperCase().padStart(2, '0');
  return rowError(
    line,
    'invalid-utf8',
    blockOffset === undefined
      ? sentence(words.invalidByte, byte, at + 1)
      : sentence(words.invalidByteInFile, byte, at + 1, String(blockOffset + start + at)),
    block.toString('utf8', start, start + at).length + 1,
  );
}

function invalidJson(line: number, text: string): RowError {
  const { column, sentence: said } = diagnoseJson(text) ?? {
    column: 1,
    sentence: found(words.unparsed),
  };
  return rowError(line, 'invalid-json', said, column);
}

function notAnObject(line: number, text: string, value: unknown): RowError {
  const column = text.search(/\S/) + 1;
  return rowError(line, 'not-an-object', found(valueKind(value)), column);
}

const found = (what: string): Sentence =>
  sentence(words.expectedFound, sentence(words.object), sentence(what));

/** Long and odd names are shown as JSON, cut. */
function quote(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name);
}
