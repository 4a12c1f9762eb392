import { withoutTexts } from '../document/withoutTexts.ts';
import type { Report } from '../engine/report.ts';
import { flagEntries } from '../webview/viewModel/flagEntries.ts';
import { flagReason } from '../webview/viewModel/flagReason.ts';
import type { Wording } from '../webview/viewModel/wording.ts';
import type { FlaggedRow } from './checkOutcome.ts';
import { mostSevereFirst } from '../webview/viewModel/mostSevereFirst.ts';

/** The flags of a report, the most severe first, with their reasons. @param withTexts whether these quote the rows */
export function flaggedRows(report: Report, withTexts: boolean, wording: Wording): FlaggedRow[] {
  return flagEntries(withTexts ? report : withoutTexts(report))
    .map((entry) => {
      const { kind, line, lines, severity } = entry;
      return { kind, line, lines, severity, reason: flagReason(entry, wording) };
    })
    .sort(mostSevereFirst);
}
