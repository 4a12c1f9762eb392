import { withoutTexts } from '../document/withoutTexts.ts';
import type { Report } from '../engine/report.ts';
import { flagEntries, type FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { flagReason } from '../webview/viewModel/flagReason.ts';
import { createWording } from '../webview/viewModel/wording.ts';
import { quoteText, TEXT_NOTE } from './quoteText.ts';
import type { FlaggedRowList } from './resultSchemas.ts';
import { significant } from './significant.ts';
import type { ToolInputs } from './toolInputs.ts';
import { mostSevereFirst } from '../webview/viewModel/mostSevereFirst.ts';

const LINES_NAMED = 10;

/**
 * A part of the flags of a report, the most severe first. Reasons have no word of the rows.
 * @param isShown which flags count
 * @param readTexts the start of the texts on some lines, asked for only where the input wants texts
 */
export async function listFlaggedRows(
  report: Report,
  { kinds, from, limit, includeText }: ToolInputs['find_flagged_rows'],
  isShown: (flag: FlagEntry) => boolean,
  readTexts: (lines: readonly number[]) => Promise<readonly string[]>,
): Promise<FlaggedRowList> {
  const { file } = report;
  const wording = createWording((english) => english, 'en');
  const all = flagEntries(withoutTexts(report)).filter(isShown);
  const byKind: Record<string, number> = {};
  for (const { kind } of all) byKind[kind] = (byKind[kind] ?? 0) + 1;
  const chosen = all
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .sort(mostSevereFirst);
  const given = chosen.slice(from - 1, from - 1 + limit);
  const texts = includeText ? await readTexts(given.map(({ line }) => line)) : [];
  const next = from + given.length;
  return {
    file: { path: file.path, rows: file.rows },
    total: chosen.length,
    byKind,
    flags: given.map((flag, at) => {
      const { kind, line, lines, severity } = flag;
      const text = texts[at];
      return {
        kind,
        line,
        lines: lines.slice(0, LINES_NAMED),
        ...(lines.length > LINES_NAMED && { moreLines: lines.length - LINES_NAMED }),
        severity: significant(severity),
        reason: flagReason(flag, wording),
        ...(text !== undefined && { text: quoteText(text) }),
      };
    }),
    ...(given.length > 0 && next <= chosen.length && { nextFrom: next }),
    notes: includeText ? [TEXT_NOTE] : [],
  };
}
