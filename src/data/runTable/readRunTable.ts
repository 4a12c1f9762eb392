import { CsvError, parse } from 'csv-parse/sync';
import { csvDelimiter } from '../csvDelimiter.ts';
import { csvRowLines } from '../csvRowLines.ts';
import { isTextColumn, roleOf } from './runColumns.ts';
import type { Run, RunTable, RunTableColumn, TableFault } from './runTable.ts';

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** An optional sign, digits with an optional point, an optional power of ten. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Reads a table of training runs: RFC 4180, the first line names the columns. Semicolons or tabs may part the cells where
 * the header has no comma, and with semicolons numbers may have a decimal comma, as some spreadsheets write them.
 * @param text with or without a byte-order mark; lines end with LF, CRLF or CR
 * @returns every run with a cell; of a table that cannot be read no runs, and the reason among the faults
 * O(characters).
 */
export function readRunTable(text: string): RunTable {
  const delimiter = csvDelimiter(text);
  let records: readonly CsvRecord[];
  try {
    // The types of csv-parse do not know that `info` changes what is returned.
    records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as CsvRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return unreadable(delimiter, { code: 'broken-quotes', line: Number(error['lines']) || 1 });
  }
  const rowLines = csvRowLines();
  const [header, ...rows] = records.map(({ record, info }) => ({
    record,
    lines: rowLines.next(record, info.lines),
  }));
  if (!header || header.record.every((name) => name === '')) {
    return unreadable(delimiter, { code: 'empty-table' });
  }
  const faults: TableFault[] = [];
  const columns: RunTableColumn[] = [];
  for (const [place, name] of header.record.entries()) {
    const same = columns.find((other) => other.name.toLowerCase() === name.toLowerCase());
    if (same) {
      return unreadable(delimiter, {
        code: 'duplicate-column',
        column: name,
        places: [same.place, place],
      });
    }
    if (name === '') faults.push({ code: 'unnamed-column', place });
    else columns.push({ name, role: roleOf(name), place });
  }
  const decimalComma = delimiter === ';';
  const runs = rows
    .filter(({ record }) => record.some((cell) => cell !== ''))
    .map(({ record, lines }): Run => {
      return {
        line: lines.first,
        lastLine: lines.last,
        cells: record,
        numbers: columns.map(({ role, place }) =>
          isTextColumn(role) ? undefined : numberOf(record[place] ?? '', decimalComma),
        ),
      };
    });
  const wide = rows.filter(({ record }) => record.length > header.record.length);
  if (wide[0]) {
    const lines = wide.map(({ lines }) => lines.last);
    faults.push({ code: 'too-many-cells', lines, cells: wide[0].record.length });
  }
  return {
    delimiter,
    columns,
    runs: withoutUnusable(columns, runs),
    faults: [...faults, ...cellFaults(columns, runs)],
  };
}

function unreadable(delimiter: string, fault: TableFault): RunTable {
  return { delimiter, columns: [], runs: [], faults: [fault] };
}

function numberOf(cell: string, decimalComma: boolean): number | undefined {
  const plain = decimalComma ? cell.replace(/^([^,.]*),([^,.]*)$/, '$1.$2') : cell;
  if (!NUMBER.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** Its logarithm is taken. */
const isImpossible = (column: RunTableColumn, value: number | undefined): boolean =>
  column.role === 'size' && value !== undefined && value <= 0;

/** Sums of squares of such numbers overflow, or vanish. */
const isBeyondReckoning = (value: number | undefined): boolean =>
  value !== undefined && value !== 0 && !(Math.abs(value) < 1e100 && Math.abs(value) > 1e-100);

function withoutUnusable(columns: readonly RunTableColumn[], runs: readonly Run[]): Run[] {
  return runs.map((run) => ({
    ...run,
    numbers: run.numbers.map((value, at) =>
      isImpossible(columns[at]!, value) || isBeyondReckoning(value) ? undefined : value,
    ),
  }));
}

function cellFaults(columns: readonly RunTableColumn[], runs: readonly Run[]): TableFault[] {
  return columns.flatMap((column, at): TableFault[] => {
    if (isTextColumn(column.role)) return [];
    const faultOf = (
      code: Extract<TableFault, { readonly example: string }>['code'],
      wrong: readonly Run[],
    ): TableFault[] =>
      wrong[0]
        ? [
            {
              code,
              column: column.name,
              lines: wrong.map(({ line }) => line),
              example: wrong[0].cells[column.place]!,
            },
          ]
        : [];
    return [
      ...faultOf(
        'not-a-number',
        runs.filter(
          ({ cells, numbers }) => (cells[column.place] ?? '') !== '' && numbers[at] === undefined,
        ),
      ),
      ...faultOf(
        'not-above-zero',
        runs.filter(({ numbers }) => isImpossible(column, numbers[at])),
      ),
      ...faultOf(
        'beyond-reckoning',
        runs.filter(
          ({ numbers }) => isBeyondReckoning(numbers[at]) && !isImpossible(column, numbers[at]),
        ),
      ),
    ];
  });
}
