import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { AnalysisError } from '../analysisError.ts';
import { englishFaultWords as faults } from '../faultWords.ts';
import type { Delimiter } from '../csvDelimiter.ts';
import { csvRowLines } from '../csvRowLines.ts';
import { englishRowFaultWords as words } from '../rowFaultWords.ts';
import { sentence, type Sentence } from '../sentence.ts';
import type { RowFault } from './rowFault.ts';
import type { RowWriter } from './rowWriter.ts';
import type { Blocks } from './unpack.ts';

/** A longer row is a quotation mark that is never closed. */
const LONGEST_ROW_CHARACTERS = 64 * 1024 * 1024;
/** A name of a column is not longer: such a first row is a record, and the file has no header. */
const LONGEST_NAME = 200;
const FAULT_TEXT_LENGTH = 500;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

interface ParsedRow {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/**
 * Reads a table (RFC 4180) as records: the first row names the fields, every cell is a text, an empty cell a field that the
 * record lacks. Semicolons or tabs may part the cells of a .csv file (`csvDelimiter`). A row that has another
 * number of cells than the first, or text after a closing quotation mark, is a fault at its line.
 * @param blocks UTF-8, without a byte-order mark
 * @returns what parts its cells
 * @throws AnalysisError unusable-input where there is no header, or a quotation mark is never closed
 */
export async function readTable(
  blocks: Blocks,
  delimiterOf: (beginning: string) => Delimiter,
  path: string,
  rows: RowWriter,
): Promise<Delimiter> {
  const { beginning, all } = await withBeginning(blocks);
  const delimiter = delimiterOf(beginning);
  let names: readonly string[] | undefined;
  const rowLines = csvRowLines();
  let lastLine = 0;
  let lastByte: number | undefined;

  function take({ record: cells, raw, info }: ParsedRow): void {
    const { first: line, last } = rowLines.next(cells, info.lines);
    lastLine = last;
    if (!names) {
      names = header(cells, path);
      return;
    }
    const fault = faultOf(cells, raw, delimiter, names.length);
    if (fault) {
      rows.fault({ ...fault, text: raw.trim().slice(0, FAULT_TEXT_LENGTH) }, line);
      return;
    }
    const record: [string, string][] = [];
    for (const [at, cell] of cells.entries()) if (cell !== '') record.push([names[at]!, cell]);
    rows.row(JSON.stringify(Object.fromEntries(record)), line);
  }

  const parser = parse({
    delimiter,
    info: true,
    max_record_size: LONGEST_ROW_CHARACTERS,
    on_record(row: unknown) {
      // With `raw` and `info` it is more than the cells, which the types of csv-parse do not know.
      take(row as ParsedRow);
      return null;
    },
    raw: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // Marks inside a cell without quotes are text; those after a closing mark are found below.
    relax_quotes: true,
    skip_empty_lines: true,
  });
  async function* noted() {
    for await (const block of all) {
      lastByte = block.at(-1) ?? lastByte;
      yield block;
    }
  }
  parser.resume();
  try {
    await pipeline(Readable.from(noted()), parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AnalysisError('unusable-input', faults.openQuote, path, lastLine);
  }
  const endsWithBreak = lastByte === LINE_FEED || lastByte === CARRIAGE_RETURN;
  rows.end(rowLines.begun(parser.info.lines) - (endsWithBreak ? 1 : 0));
  return delimiter;
}

function faultOf(
  cells: readonly string[],
  raw: string,
  delimiter: string,
  columns: number,
): RowFault | undefined {
  // So begins a cell whose marks do not fit, or one whose text does.
  if (cells.some((cell) => cell.startsWith('"')) && !isWellQuoted(raw, delimiter)) {
    return { code: 'broken-quotes', sentence: sentence(words.endOfCell) };
  }
  if (cells.length === columns) return undefined;
  const expected = columns === 1 ? words.wrongCellsOne : words.wrongCellsOther;
  return { code: 'wrong-cells', sentence: sentence(expected, columns, cells.length) };
}

/** Whether every cell that opens with a quotation mark ends with one, and has them doubled within. O(characters). */
function isWellQuoted(raw: string, delimiter: string): boolean {
  const row = raw.replace(/^[\r\n]+|[\r\n]+$/gu, '');
  for (let at = 0; at < row.length; at++) {
    if (row[at] !== '"') {
      const end = row.indexOf(delimiter, at);
      if (end === -1) return true;
      at = end;
      continue;
    }
    let close = row.indexOf('"', at + 1);
    while (row[close + 1] === '"') close = row.indexOf('"', close + 2);
    if (close === -1) return false;
    at = close + 1;
    if (at < row.length && row[at] !== delimiter) return false;
  }
  return true;
}

function header(cells: readonly string[], path: string): readonly string[] {
  const names = cells.map((cell) => cell.trim());
  const fault = headerFault(names);
  if (fault === undefined) return names;
  throw new AnalysisError('unusable-input', faults.noHeader, path, fault);
}

function headerFault(names: readonly string[]): Sentence | undefined {
  const unnamed = names.indexOf('');
  if (unnamed !== -1) return sentence(faults.unnamedColumn, unnamed + 1);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return sentence(faults.twiceNamedColumn, twice.slice(0, 60));
  const long = names.findIndex((name) => name.length > LONGEST_NAME || /[\r\n]/u.test(name));
  return long === -1 ? undefined : sentence(faults.textForName, long + 1);
}

const BEGINNING_BYTES = 64 * 1024;

/** The first bytes as text, and all blocks with those that were looked at. */
async function withBeginning(blocks: Blocks): Promise<{
  readonly beginning: string;
  readonly all: AsyncGenerator<Uint8Array>;
}> {
  const iterator =
    Symbol.asyncIterator in blocks ? blocks[Symbol.asyncIterator]() : blocks[Symbol.iterator]();
  const first = await iterator.next();
  const head = first.done === true ? new Uint8Array(0) : first.value;
  async function* all() {
    yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value;
    }
  }
  return { beginning: new TextDecoder().decode(head.subarray(0, BEGINNING_BYTES)), all: all() };
}
