import type { Report } from '../engine/report.ts';
import { formatFigure } from './checkOutcome.ts';

/** What makes figures of two reports hard to compare, and how equal rows were made, in English sentences. */
export function comparisonNotes(
  report: Report,
  baseline: Report | undefined,
  equalRows: number | undefined,
): string[] {
  return [
    ...(baseline ? baselineNotes(report, baseline) : []),
    ...(equalRows === undefined
      ? []
      : [
          `Compared with the reference at ${formatFigure(equalRows)} rows each, of the file with more rows drawn with seed ${report.settings.seed}.`,
        ]),
  ];
}

function baselineNotes(report: Report, baseline: Report): string[] {
  const notes: string[] = [];
  if (baseline.strataVersion !== report.strataVersion) {
    notes.push(
      `The baseline was measured by Strata ${baseline.strataVersion}, this file by ${report.strataVersion}: measure it anew.`,
    );
  }
  if (JSON.stringify(baseline.settings) !== JSON.stringify(report.settings)) {
    notes.push('The baseline was measured with other settings: figures may differ for that alone.');
  }
  if (baseline.file.rows !== report.file.rows) {
    notes.push(
      `The baseline has ${formatFigure(baseline.file.rows)} rows, this file ${formatFigure(report.file.rows)}: figures that grow with rows are better compared by atCommonRows.`,
    );
  }
  return notes;
}
