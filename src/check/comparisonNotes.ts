import type { Report } from '../engine/report.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { formatFigure, type Translate } from './resultTexts.ts';
import { englishCheckWords as words } from './checkWords.ts';

/** What makes figures of two reports hard to compare, and how equal rows were made, in sentences. */
export function comparisonNotes(
  report: Report,
  baseline: Report | undefined,
  equalRows: number | undefined,
  translate: Translate,
): string[] {
  return [
    ...(baseline ? baselineNotes(report, baseline, translate) : []),
    ...(equalRows === undefined
      ? []
      : [
          fill(
            translate(equalRows === 1 ? words.equalRowsOne : words.equalRowsOther),
            formatFigure(equalRows),
            String(report.settings.seed),
          ),
        ]),
  ];
}

function baselineNotes(report: Report, baseline: Report, translate: Translate): string[] {
  const notes: string[] = [];
  if (baseline.strataVersion !== report.strataVersion) {
    notes.push(fill(translate(words.otherVersion), baseline.strataVersion, report.strataVersion));
  }
  if (JSON.stringify(baseline.settings) !== JSON.stringify(report.settings)) {
    notes.push(translate(words.otherSettings));
  }
  if (baseline.file.rows !== report.file.rows) {
    notes.push(
      fill(
        translate(baseline.file.rows === 1 ? words.otherRowsOne : words.otherRowsOther),
        formatFigure(baseline.file.rows),
        formatFigure(report.file.rows),
      ),
    );
  }
  return notes;
}
