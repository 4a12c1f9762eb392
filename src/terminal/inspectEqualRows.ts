import type { LineRange } from '../engine/chunks.ts';
import type { Inspection } from '../engine/inspection.ts';
import type { Report } from '../engine/report.ts';
import { sampleIndexes } from '../metrics/stats/sampleIndexes.ts';
import { inspectFile, type InspectFileOptions } from './inspectFile.ts';
import type { TerminalContext } from './terminalContext.ts';

export interface EqualRows {
  readonly report: Report;
  readonly reference: Report;
  readonly rows: number;
}

/**
 * Two files at equal rows: of the one with more rows a simple random sample, drawn with the seed of the settings, is measured
 * anew; the other one's report stays.
 */
export async function inspectEqualRows(
  file: Inspection,
  reference: Inspection,
  options: InspectFileOptions,
  referenceOptions: InspectFileOptions,
  context: TerminalContext,
): Promise<EqualRows> {
  const rows = Math.min(file.report.file.rows, reference.report.file.rows);
  return {
    report: await atRows(file, rows, options, context),
    reference: await atRows(reference, rows, referenceOptions, context),
    rows,
  };
}

async function atRows(
  { report, rows: { rowLines } }: Inspection,
  rows: number,
  options: InspectFileOptions,
  context: TerminalContext,
): Promise<Report> {
  if (rowLines.length <= rows) return report;
  const chosen = sampleIndexes(rowLines.length, rows, options.settings.seed);
  const lines = Array.from(chosen, (row) => rowLines[row] ?? 0);
  return (await inspectFile({ ...options, lines: rangesOf(lines) }, context)).report;
}

/** Neighbouring lines make one range. @param lines 0-based, ascending */
function rangesOf(lines: readonly number[]): LineRange[] {
  const ranges: { fromLine: number; toLine: number }[] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last?.toLine === line) last.toLine++;
    else ranges.push({ fromLine: line, toLine: line + 1 });
  }
  return ranges;
}
